import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Articles. Each row is one revision of a published text. Its id is derived from its url and the sha256 of its body.
 */
export class Articles1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table article (
        id uuid primary key,
        url text collate "C" not null,
        revision int not null,
        sha256 text collate "C" not null,
        headline text not null,
        publisher text not null,
        published_at text,             -- a reduced date; null: unknown
        language text,
        byline text,
        body text,                     -- unchanged; null once erased
        erased_reason text,
        filed_at timestamptz not null default now(),
        filed_by text not null,
        unique (url, revision)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table article`);
  }
}
