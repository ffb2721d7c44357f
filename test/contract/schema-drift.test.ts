import { DataSource } from 'typeorm';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

/** Tables that are not ours to describe. */
const foreign = ['migrations', 'typeorm_metadata'];

describe('Migrations and entities', () => {
  let aurum: RunningAurum;
  let dataSource: DataSource;

  beforeAll(async () => {
    aurum = await startAurum();
    dataSource = aurum.app.get(DataSource);
  });

  afterAll(() => aurum.close());

  it('say the same: nothing is left to change after the migrations', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('describe every table', async () => {
    const rows: { name: string }[] = await dataSource.query(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const described = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(rows.map(({ name }) => name).filter((name) => !foreign.includes(name))).toEqual(described.toSorted());
  });
});
