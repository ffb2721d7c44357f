import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts, in steps, how many records share a value that many share by chance, as a birthday: it is generic where they are far
 * more than with others of its kind. What was listed before is counted from here on.
 */
export class SizesOfSharedValues1795800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table oversized_block_key
        add column exceeds bigint,
        add column ceased boolean not null default false
    `);
    await runner.query(
      `create index oversized_block_key_exceeds on oversized_block_key (collection, exceeds) where exceeds is not null`,
    );
    await runner.query(
      `create index oversized_block_key_outlying on oversized_block_key (collection) where generic and exceeds is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index oversized_block_key_exceeds, oversized_block_key_outlying`);
    await runner.query(`alter table oversized_block_key drop column exceeds, drop column ceased`);
  }
}
