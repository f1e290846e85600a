import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log: `event` (append-only), `log_head` (one row: where the log ends, and the hash that the next event continues),
 * `stream` (for each story its version, and whether it is closed), `idempotency` (the keys of the last 24 hours). Only
 * `append_events` writes to these tables.
 */
export class Log1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(APPEND_ONLY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idempotency, stream, log_head, event; drop function event_is_append_only()`);
  }
}

const TABLES = `
create table log_head (
  only_row boolean primary key default true check (only_row),
  position bigint not null,
  hash bytea not null,
  recorded_us bigint not null          -- recorded_at of the latest commit, microseconds since the epoch
);
insert into log_head (position, hash, recorded_us) values (0, decode(repeat('00', 32), 'hex'), 0);

create table stream (
  story text collate "C" primary key,
  version bigint not null,
  closed boolean not null
);

create table event (
  position bigint primary key,
  id uuid not null unique,
  story text collate "C" not null,
  version bigint not null,
  type text collate "C" not null,
  kind smallint not null,              -- 0 fact, 1 story opened, 2 closed, 3 correction, 4 retraction, 5 corroboration
  target uuid,                         -- the event that a correction, retraction or corroboration is about
  fact_id uuid not null,               -- of a fact its own id, else that of the fact that it is about
  fact_type text collate "C" not null,
  request_end bigint not null,         -- the last position of its request, whose events become known together
  recorded_at timestamptz not null,
  recorded_by text not null,
  content_hash bytea not null,         -- sha256 of the envelope's text
  hash bytea not null,                 -- covers the content hash, and the hash of the event before
  envelope json not null,              -- canonical JSON (RFC 8785), stored unchanged
  unique (story, version)
);
create index event_target on event (target) where target is not null;
create index event_about on event (fact_id, position) where target is not null;
create index event_about_of_story on event (story, fact_id, position) where target is not null;
-- The facts taken from an article.
create index event_article on event ((envelope #>> '{source,article}'), position)
  where envelope #>> '{source,article}' is not null;
alter table event alter column envelope set storage main;

create table idempotency (
  holder text collate "C" not null,
  key text collate "C" not null,
  fingerprint text collate "C" not null,
  recorded_at timestamptz not null,
  ids uuid[] not null,                 -- the events of the request, in its order
  duplicates boolean[] not null,       -- which of these an earlier request had stored
  primary key (holder, key)
);
create index idempotency_age on idempotency (recorded_at);
`;

const APPEND_ONLY = `
create function event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on event is refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger event_no_change before update or delete on event for each row execute function event_is_append_only();
create trigger event_no_truncate before truncate on event for each statement execute function event_is_append_only();
`;
