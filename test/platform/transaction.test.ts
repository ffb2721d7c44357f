import type { Database } from '../../src/platform/database/database.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

describe('A transaction', () => {
  let aurum: RunningAurum;
  let database: Database;

  beforeAll(async () => {
    aurum = await startAurum({ configuration: { databaseConnections: 1 } });
    database = aurum.database;
    await database.query('create table note (id int primary key)');
  });

  afterAll(() => aurum.close());

  const notes = async (): Promise<number[]> =>
    (await database.query<{ id: number }>('select id from note order by id')).map(({ id }) => id);

  it('runs statements that are sent together in the order in which they were asked for', async () => {
    const counts = await database.transaction((tx) =>
      Promise.all(
        [1, 2, 3].map(async (id) => {
          const added = tx.query('insert into note values ($1)', [id]);
          const [row] = await tx.query<{ count: number }>('select count(*)::int as count from note');
          await added;
          return row?.count;
        }),
      ),
    );
    expect(counts).toEqual([1, 2, 3]);
    expect(await notes()).toEqual([1, 2, 3]);
  });

  it('fails as a whole with the first of them that fails', async () => {
    const added = database.transaction((tx) =>
      Promise.all([4, 1, 5].map((id) => tx.query('insert into note values ($1)', [id]))),
    );
    await expect(added).rejects.toMatchObject({ code: '23505' });
    expect(await notes()).toEqual([1, 2, 3]);
  });

  it('lets nothing that goes on beside work that has failed write into the next one', async () => {
    let straggler: Promise<unknown> = Promise.resolve();
    const failed = database.transaction((tx) => {
      straggler = tx.query('select pg_sleep(0.2)').then(() => tx.query('insert into note values (6)'));
      straggler.catch(() => undefined);
      return Promise.reject(new Error('Something else.'));
    });
    await expect(failed).rejects.toThrow('Something else.');
    await database.transaction(async (tx) => {
      await expect(straggler).rejects.toThrow('The transaction has ended.');
      await tx.query('insert into note values (7)');
    });
    expect(await notes()).toEqual([1, 2, 3, 7]);
  });

  it('that gives up an attempt keeps what it did before', async () => {
    await database.transaction(async (tx) => {
      await tx.query('insert into note values (8)');
      await tx.attempt(async () => {
        await tx.query('insert into note values (9)');
        return undefined;
      });
      await tx.attempt(() => tx.query('insert into note values (10) returning id'));
    });
    expect(await notes()).toEqual([1, 2, 3, 7, 8, 10]);
  });

  it('that the database rolls back, as a statement had failed for which nobody waited, was not committed', async () => {
    const done = database.transaction(async (tx) => {
      await tx.query('insert into note values (11)');
      tx.query('insert into note values (1)').catch(() => undefined);
    });
    await expect(done).rejects.toThrow('Asked to commit, the database did: ROLLBACK.');
    expect(await notes()).not.toContain(11);
  });
});
