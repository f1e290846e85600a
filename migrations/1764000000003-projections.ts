import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the projector. Each row was known from one position to another: `known_from <= K < known_to`. While it
 * is still known, `known_to` is the largest bigint. Dates are microseconds since the epoch.
 */
export class Projections1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROJECTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table view_version, subject_fact, fact, projection, checkpoint`);
  }
}

const PROJECTIONS = `
create table checkpoint (
  only_row boolean primary key default true check (only_row),
  position bigint not null             -- the last projected position, always the end of a request
);
insert into checkpoint (position) values (0);

-- One row per generation of a view. Active generations are at the checkpoint; others have a position of their own.
create table projection (
  id int primary key generated always as identity,
  view text collate "C" not null,
  version int not null,
  status text not null check (status in ('building', 'active', 'halted', 'retired')),
  position bigint not null,            -- while building or halted
  error jsonb,                         -- while halted: { message, position, subject }
  started_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create unique index projection_serving on projection (view) where status in ('active', 'halted');
create unique index projection_building on projection (view) where status = 'building';

create table fact (
  position bigint not null,            -- of the event that recorded the fact
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  id uuid not null,
  story text collate "C" not null,
  type text collate "C" not null,
  valid_from bigint not null,          -- start of the date of the fact
  revises boolean not null,            -- the fact had an earlier form
  retracted boolean not null,
  parties text[] collate "C" not null, -- the timeline filters by these
  persons text[] collate "C" not null,
  publishers text[] collate "C" not null,
  form json not null,                  -- its accounts, corrections and retractions
  primary key (position, known_from)
);
create index fact_timeline on fact (story, valid_from desc, position desc, known_from);
create index fact_revised on fact (known_from, position) where revises;
alter table fact alter column form set storage main;

create table subject_fact (
  projection int not null,
  subject text collate "C" not null,
  valid_from bigint not null,
  position bigint not null,            -- of the fact
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  fact_id uuid not null,
  story text collate "C" not null,
  primary key (projection, subject, valid_from, position, known_from)
);
create index subject_fact_story on subject_fact (projection, story, subject, known_from);

create table view_version (
  projection int not null,
  subject text collate "C" not null,
  valid_from bigint not null,
  position bigint not null,            -- of the causing fact; if only \`contested\` changes, of the current fact, or 0
  known_from bigint not null,
  known_to bigint not null default 9223372036854775807,
  brings boolean not null,             -- a fact caused this state; false: a claim, or only \`contested\` changes
  horizon bigint not null,             -- no fact up to this row has an influence after this instant
  story text collate "C" not null,
  item json not null,
  -- Sources disagree about something in the item. No text in the item can match, because its quotes are escaped.
  disputed boolean not null generated always as (strpos(item::text, '"disputed":[{') > 0) stored,
  primary key (projection, subject, valid_from, position, known_from)
);
create index view_version_disputed on view_version (projection, subject) where disputed;
alter table view_version alter column item set storage main;
`;
