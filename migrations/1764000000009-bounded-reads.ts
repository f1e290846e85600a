import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secrets that all servers of a database share, and the indexes by which lists are filtered. */
export class BoundedReads1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SECRETS);
    await runner.query(DATES);
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop index audit_action, audit_actor, article_filed, fact_opening;
       drop table server_secret;
       alter table fact drop column dates_from, drop column dates_to`,
    );
  }
}

const SECRETS = `
create table server_secret (
  name text collate "C" primary key,   -- what it is for
  secret bytea not null,
  made_at timestamptz not null default now()
);
`;

/** Computes the columns for existing facts, from the dates in all their accounts and corrections. */
const DATES = `
alter table fact
  add column dates_from bigint,        -- the range of the dates in its data (until when, for when); null: none
  add column dates_to bigint;
set local timezone = 'UTC';
with named as (
  select f.position, f.known_from, d.date #>> '{}' as date
    from fact f
   cross join unnest(array['$.**.effectiveFrom', '$.**.scheduledFor', '$.**.until', '$.**.validUntil',
     '$.**.by']::jsonpath[]) p(path)
   cross join lateral jsonb_path_query(f.form::jsonb, p.path) d(date)
   where f.type <> 'StoryOpened' and jsonb_typeof(d.date) = 'string'
), spans as (
  select n.position, n.known_from, min(s.first) as first, max(s.first + s.length) as last
    from named n
   cross join lateral (
     select case length(n.date) when 4 then n.date || '-01-01' when 7 then n.date || '-01' else n.date end::timestamptz,
            case length(n.date) when 4 then interval '1 year' when 7 then interval '1 month'
                                when 10 then interval '1 day' else interval '1 second' end) s(first, length)
   where n.date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.*)?)?)?$'
   group by n.position, n.known_from
)
update fact f
   set dates_from = extract(epoch from s.first) * 1000000, dates_to = extract(epoch from s.last) * 1000000
  from spans s where f.position = s.position and f.known_from = s.known_from;
`;

const INDEXES = `
-- The parties and topics in the openings of stories, in all accounts and corrections: finds the stories of a party or
-- a topic.
create index fact_opening on fact using gin (
  (jsonb_path_query_array(form::jsonb, '$.**.parties[*]')) jsonb_path_ops,
  (jsonb_path_query_array(form::jsonb, '$.**.topics[*]')) jsonb_path_ops
) with (fastupdate = off) where type = 'StoryOpened';
create index fact_dates on fact (dates_to, dates_from) where dates_to is not null;
create index article_filed on article (filed_at desc, id desc);
create index audit_actor on audit (actor, id);
create index audit_action on audit (action, id);
`;
