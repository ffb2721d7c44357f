import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is pending says whether the content of its record may be another: where it is not, a golden record that keeps its records keeps
 * its values, and is not computed. Of what is pending already that is not known.
 */
export class ContentChanged1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table pending add column content_changed boolean not null default true`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table pending drop column content_changed`);
  }
}
