import type { ClientBase } from 'pg';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { OPEN_END } from '#history/revise/history-window.js';
import { AFTER_ALL, BEFORE_ALL, subjectColumns } from './load-rows.js';
import type { HistorySegment } from './load-segments.js';
import { column, splitAll } from './statement.js';
import { readFactState, factStateSql, type StoredFactState } from './stored-fact-states.js';

/** A segment, and the dates between which its facts are to be read; `null`: no bound. */
interface WantedFacts {
  segment: HistorySegment;
  since: number | null;
  before: number | null;
}

const BETWEEN = `unnest(${splitAll('int', 'text', 'bigint', 'bigint')}) with ordinality
       t(projection, subject, since, before, n)`;

/**
 * $1 projections, $2 subjects, $3 and $4 dates, $5 a position: the facts from the first date on and before the second,
 * in their state as known at the position.
 */
const FACTS = `
select t.n, f.form
  from ${BETWEEN}
 cross join lateral (
  select s.position from subject_fact s
   where s.projection = t.projection and s.subject = t.subject and s.valid_from >= t.since and s.valid_from < t.before
     and s.known_from <= $5 and s.known_to > $5 offset 0) s
 cross join lateral (
  select ${factStateSql('f')} as form from fact f
   where f.position = s.position and f.known_from <= $5 and f.known_to > $5 offset 0) f`;

/** $1 projections, $2 subjects, $3 and $4 dates: the dispute records of the days between the dates. */
const RECORDS = `
select t.n, d.key, d.day, d.known_from, d.disputes::text
  from ${BETWEEN}
  join dispute_record d on d.projection = t.projection and d.subject = t.subject
   and d.day >= t.since and d.day < t.before and d.known_to = ${OPEN_END}`;

interface RecordColumns {
  n: string;
  key: string;
  day: string;
  known_from: string;
  disputes: string;
}

/**
 * Adds the facts between two dates to their segments, and the records of disputes about them. A record is read even
 * where no row lists it any more.
 *
 * @param at the position at which the states of facts are read
 */
export async function loadFacts(client: ClientBase, wanted: readonly WantedFacts[], at: number): Promise<void> {
  if (wanted.length === 0) return;
  const between = [
    ...subjectColumns(wanted.map(({ segment }) => segment)),
    column(wanted, ({ since }) => since ?? BEFORE_ALL),
    column(wanted, ({ before }) => before ?? AFTER_ALL),
  ];
  const facts = await client.query<{ n: string; form: StoredFactState }>({
    name: 'facts-between',
    text: FACTS,
    values: [...between, at],
  });
  for (const { n, form } of facts.rows) {
    const resolved = resolveFact(readFactState(form));
    if (resolved) wanted[Number(n) - 1]?.segment.window.facts.add(resolved);
  }
  const records = await client.query<RecordColumns>({ name: 'records-between', text: RECORDS, values: between });
  for (const { n, key, day, known_from, disputes } of records.rows) {
    const knownFrom = Number(known_from);
    const version = { key, day: Number(day), text: disputes, knownFrom, knownTo: null, stored: true };
    wanted[Number(n) - 1]?.segment.window.records.set(key, version);
  }
}

/**
 * $1 projections, $2 subjects, $3 valid_from and $4 position of a row, $5 properties: what that row, or the last one
 * before it that says something, says of each property.
 */
const VALUES_BEFORE = `
select t.n, b.value
  from unnest(${splitAll('int', 'text', 'bigint', 'bigint', 'text')}) with ordinality
       t(projection, subject, valid_from, position, property, n)
 cross join lateral (
  select v.item -> 'said' -> t.property as value from view_version v
   where v.projection = t.projection and v.subject = t.subject and v.known_to = ${OPEN_END}
     and v.brings and (v.valid_from, v.position) <= (t.valid_from, t.position)
     and (v.item -> 'said' -> t.property) is not null
   order by v.valid_from desc, v.position desc limit 1) b`;

/** Reads the value of a disputed property before each segment. Rare: most batches need none. */
export async function loadValuesBefore(
  client: ClientBase,
  wanted: readonly { segment: HistorySegment; property: string }[],
): Promise<void> {
  if (wanted.length === 0) return;
  const { rows } = await client.query<{ n: string; value: unknown }>({
    name: 'values-before',
    text: VALUES_BEFORE,
    values: [
      ...subjectColumns(wanted.map(({ segment }) => segment)),
      column(wanted, ({ segment }) => segment.window.base?.validFrom ?? BEFORE_ALL),
      column(wanted, ({ segment }) => segment.window.base?.position ?? BEFORE_ALL),
      column(wanted, ({ property }) => property),
    ],
  });
  const found = new Map(rows.map(({ n, value }) => [Number(n) - 1, value]));
  for (const [n, { segment, property }] of wanted.entries()) segment.window.before.set(property, found.get(n));
}
