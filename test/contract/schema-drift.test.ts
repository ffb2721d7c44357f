import { DataSource } from 'typeorm';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

/** TypeORM's own, and one without a primary key, which TypeORM cannot describe. */
const undescribed = ['migrations', 'typeorm_metadata', 'block_key'];

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
    expect(rows.map(({ name }) => name).filter((name) => !undescribed.includes(name))).toEqual(described.toSorted());
  });
});
