import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Disputes in a table of their own, apart from the rows that list them; and the speaker of a claim. */
export class DisputeRecords1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DISPUTE_RECORDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Rows that were written since cannot be read without these; views are rebuilt from the log.
    await runner.query(`
      delete from view_version; delete from subject_fact; delete from fact; delete from projection;
      update checkpoint set position = 0;
      drop table dispute_record; alter table subject_fact drop column claim`);
  }
}

const DISPUTE_RECORDS = `
-- The disputes about a fact, or about all equal facts of one type and date. Rows of view_version refer to the key.
create table dispute_record (
  projection int not null,
  subject text collate "C" not null,
  key text collate "C" not null,
  day bigint not null,                 -- the start of the UTC day on which the facts begin
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  disputes json not null,
  primary key (projection, subject, key, known_from)
);
create index dispute_record_standing on dispute_record (projection, subject, day) where known_to = 9223372036854775807;
alter table dispute_record alter column disputes set storage main;

alter table subject_fact
  add column claim text collate "C";   -- of a claim: its type, U+001D, and who makes it; null: a fact
`;
