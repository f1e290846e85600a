import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row of a view stores only what its own fact did to the append lists of the state (ADR 40), not the lists
 * themselves.
 */
export class AppendLists1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPEND_LISTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Rows written since then cannot be read without these columns. So all rows are deleted, and the views are rebuilt
    // from the log.
    await runner.query(`
      delete from view_version; delete from subject_fact; delete from fact; delete from projection;
      update checkpoint set position = 0;
      alter table view_version drop column list_1, drop column list_2`);
  }
}

const APPEND_LISTS = `
alter table view_version
  add column list_1 text,              -- JSON: what the fact of the row did to the first list; null: nothing
  add column list_2 text;              -- the same for the second list
alter table view_version alter column list_1 set storage main, alter column list_2 set storage main;
create index view_version_list_1 on view_version (projection, subject, valid_from, position, known_from)
  where list_1 is not null;
create index view_version_list_2 on view_version (projection, subject, valid_from, position, known_from)
  where list_2 is not null;
`;
