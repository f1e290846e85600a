import type { ClientBase } from 'pg';
import type { FactForm } from '../facts/fact-form.js';
import { reachOf } from '../facts/reach.js';
import { tellFact } from '../facts/tell-fact.js';
import type { Row } from '../fold/row.js';
import { emptyTail, type SubjectTail } from '../revise/subject-tail.js';
import { column } from './columns.js';
import { findCuts, type Cut } from './find-cuts.js';
import { loadBefore } from './load-before.js';
import type { Late, Reached } from './reached.js';
import type { TailCache } from './tail-cache.js';
import { FACTS_FROM, keys, LAST_ROWS, readRow, ROWS_AT, ROWS_FROM, type RowColumns } from './tail-rows.js';

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
  const kept = reached.map((one) => cache?.find(one) ?? null);
  const tails = kept.map((tail) => tail ?? emptyTail());
  const unknown = reached
    .map((one, i): Late => ({ ...one, i, from: Math.min(...one.facts.map(reachOf)) }))
    .filter(({ i }) => kept[i] === null);
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

function tailAt(tails: SubjectTail[], n: string): SubjectTail {
  const tail = tails[Number(n) - 1];
  if (!tail) throw new Error('a row answered for a subject that was not asked for');
  return tail;
}
