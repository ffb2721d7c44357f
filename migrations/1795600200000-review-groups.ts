import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions on a whole group of golden records that open reviews join: as many sides as the group has golden records. */
export class ReviewGroups1795600200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table decision drop constraint decision_kind;
      alter table decision add constraint decision_kind check (kind in ('review', 'group', 'merge', 'split'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table decision drop constraint decision_kind;
      alter table decision add constraint decision_kind check (kind in ('review', 'merge', 'split'));
    `);
  }
}
