import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells the oversized block keys that stand for a value by itself from those of which only the block is too large. */
export class GenericValues1795500400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table oversized_block_key add column generic boolean not null default false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table oversized_block_key drop column generic`);
  }
}
