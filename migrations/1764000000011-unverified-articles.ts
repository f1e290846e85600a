import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Articles whose text was never here: what stands in their row was claimed with a sha256 alone (`unverified`).
 * `verified_source` names the events whose source was recorded as unverified and has since been found to agree with the
 * text.
 */
export class UnverifiedArticles1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table article
        add column unverified boolean not null default false,
        add column verified_to bigint      -- null: filed with its text; else: the events that name it are compared with the text up to this position`);
    // What a release before this one has taken without a text, and nobody has erased.
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
