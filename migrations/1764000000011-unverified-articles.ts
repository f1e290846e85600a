import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Articles that were filed without their text, by a sha256 alone (`unverified`). `verified_source` names the events
 * whose source was recorded as unverified, and was later found to match the text.
 */
export class UnverifiedArticles1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table article
        add column unverified boolean not null default false,
        -- null: filed with its text; otherwise: the events that cite it are compared with the text up to this position
        add column verified_to bigint`);
    // Articles that an earlier release accepted without a text, and that were not erased.
    await runner.query(
      `update article set unverified = true, verified_to = 0 where body is null and erased_reason is null`,
    );
    await runner.query(`create table verified_source (event uuid primary key)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table verified_source; alter table article drop column unverified, drop column verified_to`,
    );
  }
}
