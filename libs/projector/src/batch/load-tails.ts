import type { ClientBase } from 'pg';
import type { FactForm } from '../facts/fact-form.js';
import { tellFact } from '../facts/tell-fact.js';
import { inRowOrder } from '../fold/row.js';
import type { TailLacks } from '../revise/subject-tail.js';
import { column } from './columns.js';
import { findCuts } from './find-cuts.js';
import { loadWholes } from './load-wholes.js';
import type { SubjectInHand } from './subject-in-hand.js';
import type { TailCache } from './tail-cache.js';
import { FACTS_BETWEEN, keys, readRow, ROWS_FROM, VALUES_BEFORE, type RowColumns } from './tail-rows.js';

/** A date before all others, and one after: the smallest bigint and the largest. */
const BEFORE_ALL = '-9223372036854775808';
const AFTER_ALL = '9223372036854775807';

/** Rows read beyond the dates that a batch touches: most changes are over by then. Where they are not, each time so many times as many; after a hundred, twice that. */
const AT_FIRST = 8;
const TIMES = 4;
const MANY = 100;

/**
 * The part of each subject's history that a batch may change, as far as can be told before it is folded: from the last row that the batch cannot reach,
 * to a few rows after the last date that it touches. Where the batch comes after everything known, that is the last row and nothing more.
 *
 * @param at where the batch begins: the forms of facts are those known there, even where newer ones are written already
 * @param cache what the last batch of this process left
 */
export async function loadTails(client: ClientBase, subjects: readonly SubjectInHand[], at: number, cache?: TailCache): Promise<void> {
  const unknown = subjects.filter((one) => {
    const kept = cache?.find(one);
    if (kept) one.tail = kept;
    return !kept;
  });
  if (unknown.length === 0) return;
  const cuts = await findCuts(client, unknown);
  const rows = await client.query<RowColumns>(ROWS_FROM, [
    ...keys(unknown),
    column(cuts, (cut) => cut?.validFrom ?? BEFORE_ALL),
    column(cuts, (cut) => cut?.position ?? BEFORE_ALL),
    column(unknown, (one) => one.to),
    AT_FIRST,
  ]);
  await takeRows(client, unknown, rows.rows);
  for (const [n, { tail, to }] of unknown.entries()) {
    if (cuts[n]) tail.base = tail.rows.shift() ?? null;
    tail.complete = tail.rows.length - tail.rows.findLastIndex((row) => row.validFrom <= to) - 1 < AT_FIRST;
  }
  // Beside a last row there are no facts that are not over.
  const more = unknown.filter(({ tail }) => tail.rows.length > 0);
  await loadFacts(client, more, at, (one) => one.tail.base?.horizon ?? BEFORE_ALL);
}

/** Reads what tails lack, so that the next change can be made. @param at as above */
export async function supply(client: ClientBase, lacking: readonly { one: SubjectInHand; lacks: TailLacks }[], at: number): Promise<void> {
  const short = lacking.filter(({ lacks }) => lacks.what === 'rows').map(({ one }) => one);
  if (short.length > 0) await lengthen(client, short, at);
  const values = lacking.flatMap(({ one, lacks }) => (lacks.what === 'rows' ? [] : [{ one, property: lacks.what.property }]));
  if (values.length > 0) await loadValues(client, values);
}

async function lengthen(client: ClientBase, short: readonly SubjectInHand[], at: number): Promise<void> {
  const last = short.map(({ tail }) => tail.rows.at(-1) ?? tail.base);
  const lengths = short.map(({ tail }) => tail.rows.length);
  const longest = Math.max(...lengths);
  const more = longest * TIMES * (longest > MANY ? 2 : 1);
  const rows = await client.query<RowColumns>(ROWS_FROM, [
    ...keys(short),
    column(last, (row) => row?.validFrom ?? BEFORE_ALL),
    // The one after it.
    column(last, (row) => (row ? row.position + 1 : BEFORE_ALL)),
    column(last, () => BEFORE_ALL),
    more,
  ]);
  await takeRows(client, short, rows.rows);
  for (const [n, { tail }] of short.entries()) tail.complete = tail.rows.length - (lengths[n] ?? 0) < more;
  const since = new Map(short.map((one, n) => [one, last[n]?.horizon ?? BEFORE_ALL]));
  await loadFacts(client, short, at, (one) => since.get(one) ?? BEFORE_ALL);
}

/** Adds rows to the tails of the subjects that they were asked for. */
async function takeRows(client: ClientBase, subjects: readonly SubjectInHand[], rows: readonly RowColumns[]): Promise<void> {
  const wholeOf = await loadWholes(client, subjects, rows);
  for (const row of rows) subjectAt(subjects, row.n).tail.rows.push(readRow(row, wholeOf(row)));
  for (const { tail } of subjects) tail.rows.sort(inRowOrder);
}

/** Adds the facts from a date on, up to the last row's horizon where the tail does not go to the end. */
async function loadFacts(
  client: ClientBase,
  subjects: readonly SubjectInHand[],
  at: number,
  since: (one: SubjectInHand) => number | string,
): Promise<void> {
  if (subjects.length === 0) return;
  const facts = await client.query<{ n: string; form: FactForm }>(FACTS_BETWEEN, [
    ...keys(subjects),
    column(subjects, since),
    column(subjects, ({ tail }) => (tail.complete ? AFTER_ALL : (tail.rows.at(-1)?.horizon ?? AFTER_ALL))),
    at,
  ]);
  for (const { n, form } of facts.rows) {
    const told = tellFact(form);
    if (told) subjectAt(subjects, n).tail.facts.add(told);
  }
}

/** What was in force before each tail of a property in dispute. Rare: most batches have none. */
async function loadValues(client: ClientBase, asked: readonly { one: SubjectInHand; property: string }[]): Promise<void> {
  const { rows } = await client.query<{ n: string; value: unknown }>(VALUES_BEFORE, [
    ...keys(asked.map(({ one }) => one)),
    column(asked, ({ one }) => one.tail.base?.validFrom ?? BEFORE_ALL),
    column(asked, ({ one }) => one.tail.base?.position ?? BEFORE_ALL),
    column(asked, ({ property }) => property),
  ]);
  const found = new Map(rows.map(({ n, value }) => [Number(n) - 1, value]));
  for (const [n, { one, property }] of asked.entries()) one.tail.before.set(property, found.get(n));
}

function subjectAt(subjects: readonly SubjectInHand[], n: string): SubjectInHand {
  const one = subjects[Number(n) - 1];
  if (!one) throw new Error('a row answered for a subject that was not asked for');
  return one;
}
