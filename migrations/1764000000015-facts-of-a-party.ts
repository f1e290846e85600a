import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index of the parties that facts name, by which items of a party that few facts name are found. */
export class FactsOfAParty1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index fact_parties`);
  }
}

/**
 * What is new waits in a list of at most 1 MiB, which each read looks through, and is put into the index together: a
 * third of the cost of one by one.
 */
const INDEX = `create index fact_parties on fact using gin (parties) with (fastupdate = on, gin_pending_list_limit = 1024);`;
