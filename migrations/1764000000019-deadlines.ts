import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index of the dates that facts name, in the order in which deadlines are listed: facts of the same date are read
 * some at a time, so their positions must be in order too.
 */
export class Deadlines1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index fact_by_date_named on fact (dates_to, position, known_from desc) where dates_to is not null;
       drop index fact_dates`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index fact_dates on fact (dates_to, dates_from) where dates_to is not null;
       drop index fact_by_date_named`,
    );
  }
}
