import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open links by the probability of a match, exactly as the priority of reviews has it: distinct weights may have the same one. */
export class ReviewOrder1795710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index link_open_probability on link (collection, (1 / (1 + power(2::float8, -weight)))) where open;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index link_open_probability`);
  }
}
