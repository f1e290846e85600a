import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where runs of equal headlines begin: the `since` of an item is found by them. */
export class Runs1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RUNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table view_version drop column opens_run`);
  }
}

const RUNS = `
-- The row's fact changes the headline of its subject. Rows of earlier releases: true, since their own date was shown.
alter table view_version add column opens_run boolean not null default true;
create index view_version_run on view_version (projection, subject, valid_from, position, known_from) where opens_run;
`;
