import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What workers keep: the current summaries of each story, and how far the log has been looked through for what they
 * must be made anew for.
 */
export class Summaries1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SUMMARIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table summary, summary_feed`);
  }
}

const SUMMARIES = `
create table summary_feed (
  only_row boolean primary key default true check (only_row),
  position bigint not null              -- the last position looked at, always the end of a request
);
insert into summary_feed (position) values (0);

create table summary (
  story text collate "C" not null,
  kind text collate "C" not null,
  touched bigint not null,              -- the last request that touched a subject of the story's board
  touches bigint not null,              -- how many such requests there were
  content json,                         -- null until it is made for the first time
  made_from bigint not null default 0,  -- the position of the log that it was made from
  made_with int not null default 0,     -- the latest generation of a view that it was made with
  recipe int not null default 0,        -- the version of the code that made it
  made_touches bigint not null default 0,
  made_at bigint,                       -- microseconds since the epoch
  fresh_until bigint,                   -- when time alone will change it, microseconds since the epoch; null: never
  busy boolean not null default false,  -- more than one request had touched it since it was made before
  left_until bigint,                    -- the sweep leaves it alone until then, since it could not be made; microseconds since the epoch
  failure text,                         -- why, once it was given up
  primary key (story, kind)
);
-- What is stale is found by these, however many stories there are.
create index summary_behind on summary (touched) where made_from < touched;
create index summary_fresh_until on summary (fresh_until);
create index summary_made_with on summary (made_with);
create index summary_recipe on summary (recipe);
`;
