import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Subjects that are halted alone, because one request would have caused more work than is allowed for a subject. Their
 * rows stay as the previous request left them.
 */
export class HaltedSubjects1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HALTED_SUBJECTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the table it is unknown which rows are out of date; views are rebuilt from the log.
    await runner.query(`
      delete from view_version; delete from subject_fact; delete from fact; delete from projection;
      update checkpoint set position = 0;
      drop table halted_subject`);
  }
}

const HALTED_SUBJECTS = `
create table halted_subject (
  projection int not null,
  subject text collate "C" not null,
  position bigint not null,            -- from this position on its rows are out of date
  reason text not null,
  halted_at timestamptz not null default now(),
  retry boolean not null default false, -- an admin requested that folding goes on
  primary key (projection, subject)
);
create index halted_subject_retry on halted_subject (projection) where retry;
`;
