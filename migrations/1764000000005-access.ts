import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Access and audit: `api_key` (a row per holder, secrets as digests), `session` (cookies that represent a key) and
 * `audit` (append-only).
 */
export class Access1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(APPEND_ONLY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audit, session, api_key; drop function audit_is_append_only()`);
  }
}

const TABLES = `
create table api_key (
  id text collate "C" primary key,     -- part of the key itself: dl_<id>_<secret>
  name text collate "C" not null unique, -- the recordedBy of events; never reused for another key
  role text collate "C" not null check (role in ('reader', 'editor', 'admin')),
  digest bytea not null,               -- sha256 of the whole key
  former_digest bytea,                 -- of the secret before the latest rotation, accepted until former_until
  former_until timestamptz,
  created_at timestamptz not null default now(),
  created_by text not null,
  rotated_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz             -- written some seconds late
);

create table session (
  id bytea primary key,                -- sha256 of the cookie's token
  key_id text collate "C" not null,    -- 'admin': the configured key
  proof bytea not null,                -- HMAC of the key's digest under the token: ends with the key's secret
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_age on session (expires_at);

create table audit (
  id bigint primary key generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor text,                          -- the name of a key; null: unknown
  action text collate "C" not null,
  subject text not null,               -- the object of the action
  detail json not null,
  address text not null,
  request_id text                      -- null: the entry sums up many requests
);
`;

const APPEND_ONLY = `
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger audit_no_change before update or delete on audit for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit for each statement execute function audit_is_append_only();
`;
