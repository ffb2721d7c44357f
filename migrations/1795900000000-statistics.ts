import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of columns that no condition is about, autovacuum keeps no statistics: of lists of keys and long texts they cost much of a load. */
export class Statistics1795900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.keep(runner, 0);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.keep(runner, -1);
  }

  private async keep(runner: QueryRunner, target: number): Promise<void> {
    for (const [table, columns] of Object.entries(unasked))
      await runner.query(
        `alter table ${table} ${columns.map((column) => `alter column ${column} set statistics ${target}`).join(', ')}`,
      );
  }
}

const unasked = {
  record: ['data', 'canonical', 'flags', 'standard', 'block_keys', 'content_hash'],
  golden: ['search_text'],
  golden_version: ['attributes', 'lineage', 'records', 'related'],
};
