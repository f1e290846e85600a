import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the workers: the present summaries of each story, and the position of the invalidator. */
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
  position bigint not null              -- the last processed position, always the end of a request
);
insert into summary_feed (position) values (0);

create table summary (
  story text collate "C" not null,
  kind text collate "C" not null,
  touched bigint not null,              -- the end of the last request that touched a subject of the story's board
  touches bigint not null,              -- the number of such requests
  content json,                         -- null until it is built for the first time
  made_from bigint not null default 0,  -- the position of the log that it was built from
  made_with int not null default 0,     -- the latest generation of a view that it was built with
  recipe int not null default 0,        -- the version of the builder
  made_touches bigint not null default 0,
  made_at bigint,                       -- microseconds since the epoch
  fresh_until bigint,                   -- when time alone will change it, microseconds since the epoch; null: never
  busy boolean not null default false,  -- more than one request touched its story between its last two builds
  left_until bigint,                    -- the sweep skips it until then, because its build failed; microseconds
  failure text,                         -- why, once it was given up
  primary key (story, kind)
);
-- The sweep finds stale summaries by these, however many stories there are.
create index summary_behind on summary (touched) where made_from < touched;
create index summary_fresh_until on summary (fresh_until);
create index summary_made_with on summary (made_with);
create index summary_recipe on summary (recipe);
`;
