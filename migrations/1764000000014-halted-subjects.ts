import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Subjects that are set aside alone: one request would have cost more work than a subject may. Their rows stay as the
 * request before left them.
 */
export class HaltedSubjects1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HALTED_SUBJECTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the table nobody knows which rows stand still; views are made anew from the log.
    await runner.query(`
      delete from view_version; delete from subject_fact; delete from fact; delete from projection; update checkpoint set position = 0;
      drop table halted_subject`);
  }
}

const HALTED_SUBJECTS = `
create table halted_subject (
  projection int not null,
  subject text collate "C" not null,
  position bigint not null,            -- from this position on its rows do not hold
  reason text not null,
  halted_at timestamptz not null default now(),
  retry boolean not null default false, -- an admin has asked for it to be folded on
  primary key (projection, subject)
);
create index halted_subject_retry on halted_subject (projection) where retry;
`;
