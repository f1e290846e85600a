import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The state in a row of its subject, in a column of its own. A long state is stored as a delta to that of another row.
 */
export class StatesApart1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATES_APART);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Rows that were written since cannot be read without these columns; views are rebuilt from the log.
    await runner.query(`
      delete from view_version; delete from subject_fact; delete from fact; delete from projection;
      update checkpoint set position = 0;
      alter table view_version drop column state, drop column whole_valid_from, drop column whole_position,
        drop column whole_known_from`);
  }
}

const STATES_APART = `
alter table view_version
  add column state text,               -- JSON, or a delta to the state of the row below; null: in the item (old rows)
  add column whole_valid_from bigint,  -- the key of a row of the same subject with a whole state
  add column whole_position bigint,
  add column whole_known_from bigint;
alter table view_version alter column state set storage main;
`;
