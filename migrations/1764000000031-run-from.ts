import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when the run of equal headlines counts that a row opens. */
export class RunFrom1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RUN_FROM);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table view_version drop column run_from`);
  }
}

const RUN_FROM = `
-- A date in the precision in which it is known: that of the row's fact, or the day on which time alone opened the run.
-- Null: the row opens none, or is of an earlier release.
alter table view_version add column run_from text;
`;
