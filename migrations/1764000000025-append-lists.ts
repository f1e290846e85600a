import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the fact of a row did to the lists to which facts append: the rows after it do not repeat them. */
export class AppendLists1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPEND_LISTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Rows that were written since cannot be read without these columns; views are rebuilt from the log.
    await runner.query(`
      delete from view_version; delete from subject_fact; delete from fact; delete from projection;
      update checkpoint set position = 0;
      alter table view_version drop column list_1, drop column list_2`);
  }
}

const APPEND_LISTS = `
alter table view_version
  add column list_1 text,              -- JSON: what the fact did to the first list of its view; null: nothing
  add column list_2 text;              -- the same for the second list
alter table view_version alter column list_1 set storage main, alter column list_2 set storage main;
create index view_version_list_1 on view_version (projection, subject, valid_from, position, known_from)
  where list_1 is not null;
create index view_version_list_2 on view_version (projection, subject, valid_from, position, known_from)
  where list_2 is not null;
`;
