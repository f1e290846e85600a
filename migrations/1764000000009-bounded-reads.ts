import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secrets that all servers of a database share, and the indexes by which lists are filtered. */
export class BoundedReads1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SECRETS);
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index audit_action, audit_actor, article_filed, fact_opening; drop table server_secret`);
  }
}

const SECRETS = `
create table server_secret (
  name text collate "C" primary key,   -- what it is for
  secret bytea not null,
  made_at timestamptz not null default now()
);
`;

const INDEXES = `
-- What stories were opened with, by any account and any correction: the stories of a party, and those of a topic. Only what opens a story is in it.
create index fact_opening on fact using gin (
  (jsonb_path_query_array(form::jsonb, '$.**.parties[*]')) jsonb_path_ops,
  (jsonb_path_query_array(form::jsonb, '$.**.topics[*]')) jsonb_path_ops
) with (fastupdate = off) where type = 'StoryOpened';
create index article_filed on article (filed_at desc, id desc);
create index audit_actor on audit (actor, id);
create index audit_action on audit (action, id);
`;
