import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database/database.js';
import { SearchWordsRepository } from './search-words.repository.js';
import { isSpelt } from './search-words.js';
import { withSwappedLetters } from './swapped-letters.js';

// How alike a word must be to be taken for the typed one, in (0, 1], and whether every word must be found. Strictest first.
const rungs = [
  { likeness: 1, every: true },
  { likeness: 0.8, every: true },
  { likeness: 0.4, every: true },
  { likeness: 0.4, every: false },
] as const;

/** A typed word stands for so many others at most. */
const mostAlternatives = 20;
/** From this length on, the start of a number or code finds it. */
const shortestStart = 3;

@Injectable()
export class GoldenSearchRepository {
  constructor(
    private readonly database: Database,
    private readonly words: SearchWordsRepository,
  ) {}

  /**
   * Ids of at most `limit` active golden records that have the words, or words that are like them: which those are tells the
   * list of all words. Looser likeness is tried only while fewer than `enough` are found, and what has only some of the words
   * where nothing has them all. No rung returns its finds in order: it takes the first that it meets, and leaves their order
   * to the ranking.
   *
   * @param words folded, of letters and digits
   */
  async candidates(collection: string, words: readonly string[], enough: number, limit: number): Promise<string[]> {
    const found = new Set<string>();
    if (words.length === 0) return [];
    await this.database.transaction(async (tx) => {
      found.clear();
      let tried = '';
      for (const { likeness, every } of rungs) {
        if (found.size >= (every ? enough : 1)) return;
        const query = (await this.alternatives(tx, words, likeness)).join(every ? ' & ' : ' | ');
        if (query === tried) continue;
        for (const id of await this.matching(tx, collection, query, limit)) found.add(id);
        tried = query;
      }
    });
    return [...found].slice(0, limit);
  }

  /** For each word, as a text search query, what may stand for it. */
  private async alternatives(tx: Transaction, words: readonly string[], likeness: number): Promise<string[]> {
    if (likeness === 1) return [...words];
    const like = await this.words.like(tx, words.filter(isSpelt), likeness, mostAlternatives);
    return words.map((word) => {
      if (!isSpelt(word)) return word.length < shortestStart ? word : `${word}:*`;
      const others = like.filter(({ typed }) => typed === word).map((one) => one.word);
      const swapped = likeness < 0.8 ? withSwappedLetters(word) : [];
      return `(${[...new Set([word, ...others, ...swapped])].join(' | ')})`;
    });
  }

  /** The planner takes any word for a common one and would sooner read the table, hence `enable_seqscan`. */
  private async matching(tx: Transaction, collection: string, query: string, limit: number): Promise<string[]> {
    await tx.query(`/* golden.search_settings */ select set_config('enable_seqscan', 'off', true)`);
    const rows = await tx.query<{ id: string }>(
      `/* golden.search */
      select id from golden
      where status = 'active' and collection = $1
        and array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')) @@ $2::tsquery
      limit $3`,
      [collection, query, limit],
    );
    return rows.map(({ id }) => id);
  }
}
