import { GoldenSearchRepository } from '../../src/golden/golden-search.repository.js';
import { SearchWordsRepository } from '../../src/golden/search-words.repository.js';
import { type Database, type Transaction } from '../../src/platform/database/database.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

/** A database that also asks for the plan of each search that it runs. */
class ExplainingDatabase {
  readonly plans: string[] = [];

  constructor(private readonly database: Database) {}

  transaction<Result>(work: (tx: Pick<Transaction, 'query'>) => Promise<Result>): Promise<Result> {
    return this.database.transaction((tx) =>
      work({
        query: async <Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> => {
          if (sql.includes('golden.search */')) {
            const lines = await tx.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, parameters);
            this.plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
          }
          return tx.query<Row>(sql, parameters);
        },
      }),
    );
  }
}

describe('The candidates of a text search', () => {
  let aurum: RunningAurum;
  let explaining: ExplainingDatabase;
  let repository: GoldenSearchRepository;

  beforeAll(async () => {
    aurum = await startAurum();
    explaining = new ExplainingDatabase(aurum.database);
    const database = explaining as unknown as Database;
    repository = new GoldenSearchRepository(database, new SearchWordsRepository(database));
    await aurum.database.query(`
      insert into golden (id, collection, version, status, search_text, created_at, updated_at)
      select gen_random_uuid(), collection, 1, status, text, now(), now()
      from (
        select 'customers' as collection, 'active' as status,
          (array['john', 'mary', 'peter', 'anna'])[1 + n % 4] || ' ' || substr(md5(n::text), 1, 7) as text
        from generate_series(1, 20000) n
        union all values
          ('customers', 'active', 'john lovelace 12 analytical way springfield'),
          ('customers', 'active', 'peter lovelock boston'),
          ('customers', 'merged', 'ada lovelace springfield'),
          ('products', 'active', 'john deere mower'),
          ('products', 'active', 'lovelace engine')
      ) g`);
    await aurum.database.query(`
      insert into search_word (word)
      select distinct word from golden, string_to_table(search_text, ' ') word where word ~ '^[a-z]{2,}$'`);
    await aurum.database.query('analyze golden');
  });

  afterAll(() => aurum.close());

  const search = async (collection: string, ...words: string[]): Promise<string[]> => {
    const ids = await repository.candidates(collection, words, 2, 50);
    const rows = await aurum.database.query<{ text: string }>(
      'select search_text as text from golden where id = any($1) order by 1',
      [ids],
    );
    expect(rows.length).toBe(ids.length);
    return rows.map(({ text }) => text);
  };

  it.each([
    ['a word', ['lovelace'], 'john lovelace 12 analytical way springfield'],
    ['words far apart', ['springfield', 'lovelace'], 'john lovelace 12 analytical way springfield'],
    ['misspelt words', ['lovelcae', 'jhon'], 'john lovelace 12 analytical way springfield'],
    ['a short word with swapped letters', ['obston'], 'peter lovelock boston'],
    ['the start of a word', ['lovelo'], 'peter lovelock boston'],
    ['a word of several that are not all there', ['lovelock', 'xyzzy'], 'peter lovelock boston'],
  ])('hold %s', async (_, words, expected) => expect(await search('customers', ...words)).toContain(expected));

  it('are of the collection, and active', async () => {
    expect(await search('products', 'lovelace')).toEqual(['lovelace engine']);
    expect(await search('products', 'mary')).toEqual([]);
    expect(await search('customers', 'lovelace')).not.toContain('ada lovelace springfield');
  });

  it('are never more than asked for, however common the word', async () => {
    expect(await search('customers', 'john')).toHaveLength(50);
    expect(await search('customers')).toEqual([]);
  });

  it('are found by the index, never by reading the table', () => {
    expect(explaining.plans.length).toBeGreaterThan(8);
    for (const plan of explaining.plans) {
      expect(plan).toContain('Bitmap Index Scan on golden_search');
      expect(plan).not.toContain('Seq Scan');
    }
  });
});
