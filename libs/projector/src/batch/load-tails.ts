import type { AnyView } from '#views/define-view.js';
import type { ClientBase } from 'pg';
import type { FactForm } from '../facts/fact-form.js';
import { tellFact } from '../facts/tell-fact.js';
import { reachOf } from '../facts/reach.js';
import type { ToldFact } from '../facts/told-fact.js';
import { propertiesInDispute } from '../fold/fold-facts.js';
import type { Row, RowItem } from '../fold/row.js';
import { emptyTail, type SubjectTail } from '../revise/subject-tail.js';
import { column, split } from './columns.js';
import type { TailCache } from './tail-cache.js';

/** A subject of a projection, and the facts that come to it or leave it, in whatever form. */
export interface Reached {
  view: AnyView;
  projection: number;
  subject: string;
  facts: readonly ToldFact[];
}

/** A subject that changes before its last row's horizon. */
interface Late extends Reached {
  /** Its place among those asked for. */
  i: number;
  /** The date from which on it may change, microseconds since the epoch. */
  from: number;
}

interface RowColumns {
  n: string;
  valid_from: string;
  position: string;
  known_from: string;
  brings: boolean;
  horizon: string;
  story: string;
  item: RowItem;
}

const SUBJECTS = `unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)`;
const ROW = `v.valid_from, v.position, v.known_from, v.brings, v.horizon, v.story, v.item`;
const STANDS = `v.projection = t.projection and v.subject = t.subject and v.known_to = 9223372036854775807`;

/** $1 projections, $2 subjects: the last row of each that is believed now. */
const LAST_ROWS = `
select t.n, l.* from ${SUBJECTS} cross join lateral (
  select ${ROW} from view_version v where ${STANDS} order by v.valid_from desc, v.position desc limit 1) l`;

/** $1 projections, $2 subjects, $3 dates, $4 how many: the rows before a date, the latest first; what a cut is looked for among. */
const ROWS_BEFORE = `
select t.n, b.* from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}) with ordinality t(projection, subject, before, n)
 cross join lateral (
  select v.valid_from, v.position, v.horizon from view_version v
   where ${STANDS} and v.valid_from < t.before order by v.valid_from desc, v.position desc limit $4) b
 order by t.n, b.valid_from desc, b.position desc`;

/** $1 projections, $2 subjects, $3 valid_from, $4 position: rows by their keys. */
const ROWS_AT = `
select t.n, ${ROW} from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}) with ordinality t(projection, subject, valid_from, position, n)
  join view_version v on ${STANDS} and v.valid_from = t.valid_from and v.position = t.position`;

/** $1 projections, $2 subjects, $3 dates: the rows from a date on. */
const ROWS_FROM = `
select t.n, ${ROW} from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}) with ordinality t(projection, subject, since, n)
  join view_version v on ${STANDS} and v.valid_from >= t.since
 order by t.n, v.valid_from, v.position`;

/** $1 projections, $2 subjects, $3 dates, $4 a position: the facts from a date on, in their form as known there. */
const FACTS_FROM = `
select t.n, f.form from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}) with ordinality t(projection, subject, since, n)
  join subject_fact s on s.projection = t.projection and s.subject = t.subject and s.valid_from >= t.since and s.known_to = 9223372036854775807
  join fact f on f.position = s.position and f.known_from <= $4 and f.known_to > $4`;

/** A date before all others: the smallest bigint. */
const BEFORE_ALL = '-9223372036854775808';

/**
 * The end of each subject's history that a batch may change. Where the batch comes after everything known, that is the last row and
 * nothing more; the others are read back to the last row that the batch cannot reach.
 *
 * @param at where the batch begins: the forms of facts are those known there, even where newer ones are written already
 * @param cache what the last batch of this process left
 * @returns one tail for each subject given, in order
 */
export async function loadTails(client: ClientBase, reached: readonly Reached[], at: number, cache?: TailCache): Promise<SubjectTail[]> {
  const tails = reached.map((one) => cache?.find(one) ?? emptyTail());
  const unknown = reached
    .map((one, i): Late => ({ ...one, i, from: Math.min(...one.facts.map(reachOf)) }))
    .filter(({ i }) => !cache?.find(reached[i] as Reached));
  if (unknown.length > 0) {
    const { rows } = await client.query<RowColumns>(LAST_ROWS, keys(unknown));
    for (const row of rows) tailAt(tails, String((unknown[Number(row.n) - 1]?.i ?? -1) + 1)).base = readRow(row);
  }
  const late = unknown.filter(({ i, from }) => (tails[i]?.base?.horizon ?? -Infinity) > from);
  if (late.length > 0) await loadLate(client, tails, late, at);
  await loadBefore(client, tails, reached);
  return tails;
}

/** Reads back to the last row that the batch cannot reach. */
async function loadLate(client: ClientBase, tails: SubjectTail[], late: readonly Late[], at: number): Promise<void> {
  const cuts = await findCuts(client, late);
  const bases = new Map<number, Row>();
  const cut = cuts.map((found, n) => ({ found, n })).filter(({ found }) => found !== null);
  if (cut.length > 0) {
    const rows = cut.map(({ found, n }) => ({ ...(late[n] as Late), ...(found as Cut) }));
    const answer = await client.query<RowColumns>(ROWS_AT, [
      ...keys(rows),
      column(rows, (c) => c.validFrom),
      column(rows, (c) => c.position),
    ]);
    for (const row of answer.rows) bases.set(cut[Number(row.n) - 1]?.n ?? -1, readRow(row));
  }
  for (const [n, one] of late.entries()) tails[one.i] = { ...emptyTail(), base: bases.get(n) ?? null };

  const since = column([...late.keys()], (n) => bases.get(n)?.horizon ?? BEFORE_ALL);
  const after = await client.query<RowColumns>(ROWS_FROM, [...keys(late), since]);
  const lateTail = (n: string): SubjectTail => tailAt(tails, String((late[Number(n) - 1]?.i ?? -1) + 1));
  for (const row of after.rows)
    lateTail(row.n).rows.push({ ...readRow(row), knownFrom: Number(row.known_from), knownTo: null, stored: true });
  const facts = await client.query<{ n: string; form: FactForm }>(FACTS_FROM, [...keys(late), since, at]);
  for (const { n, form } of facts.rows) {
    const told = tellFact(form);
    if (told) lateTail(n).facts.set(told.position, told);
  }
}

/** $1 projections, $2 subjects, $3 valid_from and $4 position of a row, $5 properties: what that row and those before it say of each. */
const VALUES_BEFORE = `
select t.n, b.value from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'bigint')}, ${split(5, 'text')}) with ordinality t(projection, subject, valid_from, position, property, n)
 cross join lateral (
  select v.item -> 'said' -> t.property as value from view_version v
   where ${STANDS} and v.brings and (v.valid_from, v.position) <= (t.valid_from, t.position) and (v.item -> 'said' -> t.property) is not null
   order by v.valid_from desc, v.position desc limit 1) b`;

/** What was in force before each tail of the properties that may be in dispute within it. Rare: most batches have none. */
async function loadBefore(client: ClientBase, tails: SubjectTail[], reached: readonly Reached[]): Promise<void> {
  const asked = reached.flatMap((one, i) => {
    const tail = tails[i];
    if (!tail?.base) return [];
    const { base } = tail;
    const properties = [...propertiesInDispute(one.view, [...tail.facts.values(), ...one.facts])];
    for (const property of properties) tail.before.set(property, undefined);
    return properties.map((property) => ({ ...one, tail, property, validFrom: base.validFrom, position: base.position }));
  });
  if (asked.length === 0) return;
  const values = [...keys(asked), column(asked, (a) => a.validFrom), column(asked, (a) => a.position), column(asked, (a) => a.property)];
  const { rows } = await client.query<{ n: string; value: unknown }>(VALUES_BEFORE, values);
  for (const { n, value } of rows) {
    const one = asked[Number(n) - 1];
    one?.tail.before.set(one.property, value);
  }
}

interface Cut {
  validFrom: number;
  position: number;
}

interface CutColumns {
  n: string;
  valid_from: string;
  position: string;
  horizon: string;
}

/** For each subject the last row that the batch cannot reach, `null` where there is none. Looks further back until it finds one. */
async function findCuts(client: ClientBase, late: readonly Late[]): Promise<(Cut | null)[]> {
  const cuts: (Cut | null)[] = late.map(() => null);
  let open = [...late.keys()];
  for (let depth = 16; open.length > 0; depth *= 16) {
    const asked = open.map((n) => late[n] as Late);
    const { rows } = await client.query<CutColumns>(ROWS_BEFORE, [...keys(asked), column(asked, (one) => one.from), depth]);
    const found = new Map<number, CutColumns[]>();
    for (const row of rows) found.set(Number(row.n) - 1, [...(found.get(Number(row.n) - 1) ?? []), row]);
    open = open.filter((n, i) => {
      const before = found.get(i) ?? [];
      cuts[n] = firstCut(before, (late[n] as Late).from);
      return cuts[n] === null && before.length === depth;
    });
  }
  return cuts;
}

function firstCut(latestFirst: readonly CutColumns[], from: number): Cut | null {
  let next = from;
  for (const row of latestFirst) {
    if (Number(row.horizon) <= next) return { validFrom: Number(row.valid_from), position: Number(row.position) };
    next = Number(row.valid_from);
  }
  return null;
}

const keys = (subjects: readonly { projection: number; subject: string }[]): [string, string] => [
  column(subjects, (one) => one.projection),
  column(subjects, (one) => one.subject),
];

function tailAt(tails: SubjectTail[], n: string): SubjectTail {
  const tail = tails[Number(n) - 1];
  if (!tail) throw new Error('a row answered for a subject that was not asked for');
  return tail;
}

function readRow(row: RowColumns): Row {
  return {
    validFrom: Number(row.valid_from),
    position: Number(row.position),
    brings: row.brings,
    horizon: Number(row.horizon),
    story: row.story,
    item: row.item,
  };
}
