import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a row says of its subject's state, apart from the rest and, where it is long, as what differs from another row.
 */
export class StatesApart1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATES_APART);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What was written since cannot be read without these columns; views are made anew from the log.
    await runner.query(`
      delete from view_version; delete from subject_fact; delete from fact; delete from projection; update checkpoint set position = 0;
      alter table view_version drop column state, drop column whole_valid_from, drop column whole_position, drop column whole_known_from`);
  }
}

const STATES_APART = `
alter table view_version
  add column state text,               -- JSON, or what differs from the state of the row named beside it; null: it stands in the item (rows written before)
  add column whole_valid_from bigint,  -- the key of a row of the same subject that is kept whole
  add column whole_position bigint,
  add column whole_known_from bigint;
alter table view_version alter column state set storage main;
`;
