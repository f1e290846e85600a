import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `append_events`: appends any number of requests in one call and one commit. Each request is checked alone and fails
 * alone.
 *
 * Each list is one text, with values joined by U+001F, which no value can hold (canonical JSON escapes control
 * characters). Parsing one text is cheaper than parsing an array with as many elements. If all values of a list are '',
 * the list may be ''.
 */
export class AppendEvents1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPEND_EVENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function append_events`);
  }
}

/** The first version of the function; later migrations derive theirs from it. */
export const APPEND_EVENTS = `
create function append_events(
  p_check_ids boolean,       -- a client chose an id, or this is sent again: look for duplicates
  p_story_names text,        -- the distinct stories of this call
  -- one value per event
  p_stories text,            -- index into the story names, from 1; 0 if the target, and so the story, is not known
  p_ids text,
  p_kinds text,              -- see event.kind
  p_types text,
  p_targets text,            -- '' for a fact
  p_fact_ids text,           -- '' for a fact; '' with a target: the check of targets refuses the request
  p_fact_types text,         -- '' for a fact
  p_content_hashes text,     -- sha256, hex
  p_envelopes text,
  -- one value per request
  p_counts text,             -- how many events it has
  p_recorded_by text,
  p_expected text,           -- the expected version of the story, or ''
  p_keys text,               -- Idempotency-Key, or ''
  p_fingerprints text,       -- sha256 of the client's request, hex, or ''
  p_dry boolean              -- only check: store nothing and lock nothing
) returns table (
  outcomes text,             -- per request: 'stored', 'replayed', or '<code> <index of the event> <detail>'
  -- per event: '<position> <version> <recorded_at in us> <hash> <n|d>' (new or duplicate), or '' (request refused)
  places text
)
language plpgsql security definer
-- Temporary tables last, so that nobody can replace a table of the log by one.
set search_path = pg_catalog, public, pg_temp
-- A plan that is cached while a table is small would scan the table for ever. And where only a scan is possible, its
-- artificial cost would cause JIT compilation.
set enable_seqscan = off
set jit = off
-- Each statement is planned once, because planning it for the actual values costs more than running it.
set plan_cache_mode = force_generic_plan
as $$
declare
  sep constant text := chr(31);
  story_names text[] := string_to_array(p_story_names, sep);
  stories int[] := string_to_array(p_stories, sep)::int[];
  ids uuid[] := string_to_array(p_ids, sep)::uuid[];
  kinds smallint[] := string_to_array(p_kinds, sep)::smallint[];
  types text[] := string_to_array(p_types, sep);
  targets uuid[] := string_to_array(p_targets, sep, '')::uuid[];
  fact_ids uuid[] := string_to_array(p_fact_ids, sep, '')::uuid[];
  fact_types text[] := string_to_array(p_fact_types, sep, '');
  envelopes text[] := string_to_array(p_envelopes, sep);
  content_hashes text[] := string_to_array(p_content_hashes, sep);
  counts int[] := string_to_array(p_counts, sep)::int[];
  recorded_by text[] := string_to_array(p_recorded_by, sep);
  expected bigint[] := string_to_array(p_expected, sep, '')::bigint[];
  keys text[] := string_to_array(p_keys, sep, '');
  fingerprints text[] := string_to_array(p_fingerprints, sep, '');

  has_keys constant boolean := p_keys <> '';
  has_targets constant boolean := p_targets <> '';

  head_position bigint;
  head_hash bytea;
  us bigint;
  versions bigint[];          -- per story name: its version, or null if the story does not exist
  closed boolean[];
  saved_versions bigint[];
  saved_closed boolean[];
  saved_position bigint;
  saved_retracted uuid[];
  retracted uuid[] := '{}';
  known_fingerprints text[];  -- per request: the fingerprint that is stored under its key
  dup_places text[];          -- per event: its place, if it is stored already
  dup_hashes bytea[];
  positions bigint[] := array_fill(null::bigint, array[array_length(string_to_array(p_ids, sep), 1)]);
  new_versions bigint[] := positions;
  ends bigint[] := positions;
  authors text[] := array_fill(null::text, array[array_length(positions, 1)]);
  hashes bytea[] := array_fill(null::bytea, array[array_length(positions, 1)]);
  new_outcomes text[] := '{}';
  new_places text[] := authors;
  refusal text;
  first int;
  last int := 0;
  fresh int;
  s int;
begin
  -- The head row stays locked until the commit. So positions are dense and in commit order, and recorded_at rises.
  if p_dry then
    select h.position, h.hash, h.recorded_us into head_position, head_hash, us from log_head h where h.only_row;
  else
    select h.position, h.hash, h.recorded_us into head_position, head_hash, us from log_head h
      where h.only_row for update;
  end if;
  -- Only now: a clock that was read before the lock could be earlier than results that were already returned.
  us := greatest((extract(epoch from clock_timestamp()) * 1000000)::bigint, us + 1);

  select array_agg(t.version order by n.n), array_agg(t.closed order by n.n) into versions, closed
    from unnest(story_names) with ordinality n(story, n) left join stream t on t.story = n.story;

  if has_keys then
    select array_agg(i.fingerprint order by k.n) into known_fingerprints
      from unnest(keys, recorded_by) with ordinality k(key, holder, n)
      left join idempotency i on i.holder = k.holder and i.key = k.key and i.recorded_at > now() - interval '24 hours';
  end if;
  if p_check_ids then
    select array_agg(e.place order by u.n), array_agg(e.content_hash order by u.n) into dup_places, dup_hashes
      from unnest(ids) with ordinality u(id, n)
      left join lateral (
        select d.content_hash,
               concat_ws(' ', d.position, d.version, (extract(epoch from d.recorded_at) * 1000000)::bigint,
                         encode(d.hash, 'hex'), 'd') as place
        from event d where d.id = u.id limit 1) e on true;
  end if;
  if has_targets then
    select coalesce(array_agg(distinct r.target), '{}') into retracted
      from unnest(targets || fact_ids) t(id)
      cross join lateral (select e.target from event e where e.target = t.id and e.kind = 4 limit 1) r;
  end if;

  for r in 1 .. array_length(counts, 1) loop
    first := last + 1;
    last := last + counts[r];
    refusal := null;

    if has_keys and known_fingerprints[r] is not null then
      new_outcomes[r] := case when known_fingerprints[r] = fingerprints[r] then 'replayed'
        else 'idempotency-key-reused 0 ' end;
      continue;
    end if;

    fresh := counts[r];
    if p_check_ids then
      for i in first .. last loop
        if dup_places[i] is not null then
          if dup_hashes[i] <> decode(content_hashes[i], 'hex') then
            refusal := 'event-id-conflict ' || (i - first) || ' ';
            exit;
          end if;
          fresh := fresh - 1;
        end if;
      end loop;
    end if;
    if refusal is null and fresh > 0 and expected[r] is not null then
      s := (select t.story from unnest(stories[first:last]) t(story) where t.story > 0 limit 1);
      if expected[r] <> coalesce(versions[s], 0) and s is not null then
        refusal := 'version-mismatch 0 ' || coalesce(versions[s], 0);
      end if;
    end if;

    if has_targets and refusal is null and fresh > 0 then
      saved_retracted := retracted;
      for i in first .. last loop
        continue when kinds[i] < 3 or p_check_ids and dup_places[i] is not null;
        if fact_ids[i] is null then
          refusal := 'target-refused ' || (i - first) || ' ';
          exit;
        end if;
        if targets[i] = any (retracted) or fact_ids[i] = any (retracted) then
          refusal := 'already-retracted ' || (i - first) || ' ';
          exit;
        end if;
        if kinds[i] = 4 then retracted := retracted || targets[i]; end if;
      end loop;
      if refusal is not null then retracted := saved_retracted; end if;
    end if;

    if refusal is null and fresh > 0 then
      saved_position := head_position;
      if counts[r] > 1 then
        saved_versions := versions;
        saved_closed := closed;
      end if;
      for i in first .. last loop
        continue when p_check_ids and dup_places[i] is not null;
        s := stories[i];
        if kinds[i] >= 3 then
          if kinds[i] = 4 and fact_types[i] = 'StoryClosed' then closed[s] := false; end if;
        elsif kinds[i] = 1 then
          if versions[s] is not null then
            refusal := 'story-exists ' || (i - first) || ' ';
            exit;
          end if;
          versions[s] := 0;
          closed[s] := false;
        else
          if versions[s] is null then
            refusal := 'unknown-story ' || (i - first) || ' ';
            exit;
          end if;
          if closed[s] then
            refusal := 'story-closed ' || (i - first) || ' ';
            exit;
          end if;
          if kinds[i] = 2 then closed[s] := true; end if;
        end if;
        head_position := head_position + 1;
        versions[s] := versions[s] + 1;
        positions[i] := head_position;
        new_versions[i] := versions[s];
      end loop;
      if refusal is not null then
        head_position := saved_position;
        if counts[r] > 1 then
          versions := saved_versions;
          closed := saved_closed;
          if has_targets then retracted := saved_retracted; end if;
          for i in first .. last loop positions[i] := null; end loop;
        end if;
      end if;
    end if;

    if refusal is not null then
      new_outcomes[r] := refusal;
      continue;
    end if;
    new_outcomes[r] := 'stored';
    for i in first .. last loop
      if positions[i] is null then
        new_places[i] := dup_places[i];
      else
        head_hash := sha256(head_hash || int8send(positions[i]) || int8send(new_versions[i]) || int8send(us)
          || int8send(head_position) || decode(content_hashes[i], 'hex') || convert_to(recorded_by[r], 'UTF8'));
        hashes[i] := head_hash;
        ends[i] := head_position;
        authors[i] := recorded_by[r];
        new_places[i] := positions[i] || ' ' || new_versions[i] || ' ' || us || ' ' || encode(head_hash, 'hex') || ' n';
      end if;
    end loop;
    if keys[r] is not null and not p_dry then
      insert into idempotency as i (holder, key, fingerprint, recorded_at, ids, duplicates)
      select recorded_by[r], keys[r], fingerprints[r], now(), ids[first:last], array_agg(p is null order by n)
        from unnest(positions[first:last]) with ordinality u(p, n)
      on conflict (holder, key) do update set fingerprint = excluded.fingerprint, recorded_at = excluded.recorded_at,
        ids = excluded.ids, duplicates = excluded.duplicates;
    end if;
  end loop;

  if p_dry then positions := null; end if;
  insert into event (position, id, story, version, type, kind, target, fact_id, fact_type, request_end, recorded_at,
    recorded_by, content_hash, hash, envelope)
  select e.position, e.id, story_names[e.story], e.version, e.type, e.kind, e.target, coalesce(e.fact_id, e.id),
         coalesce(e.fact_type, e.type), e.request_end,
         timestamptz 'epoch' + us * interval '1 microsecond', e.author, decode(e.content_hash, 'hex'), e.hash,
         e.envelope::json
    from unnest(positions, ids, stories, new_versions, types, kinds, targets, fact_ids, fact_types, ends, authors,
      content_hashes, hashes, envelopes)
      as e(position, id, story, version, type, kind, target, fact_id, fact_type, request_end, author, content_hash,
        hash, envelope)
   where e.position is not null;
  if found then
    insert into stream as t (story, version, closed)
    select n.story, n.version, n.closed from unnest(story_names, versions, closed) n(story, version, closed)
      where n.version > 0
    on conflict (story) do update set version = excluded.version, closed = excluded.closed
      where t.version <> excluded.version or t.closed <> excluded.closed;
    update log_head h set position = head_position, hash = head_hash, recorded_us = us where h.only_row;
  end if;

  outcomes := array_to_string(new_outcomes, sep, '');
  places := array_to_string(new_places, sep, '');
  return next;
end $$;
revoke execute on function append_events from public;
`;
