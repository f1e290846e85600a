import type { ClientBase } from 'pg';
import { column, split } from './columns.js';

/**
 * A subject that is set aside alone, for one request was too much work. Its rows stay as they were before that request;
 * its facts and their placements go on being written.
 */
export interface SubjectHalt {
  subject: string;
  /** From this position on its rows do not hold: the end of the request that was too much. */
  position: number;
  reason: string;
}

/** A halt and the generation that it is in. */
export interface OwnedHalt extends SubjectHalt {
  projection: number;
}

/**
 * SQL: the halted subjects of a generation `p` as JSON, `null` where it has none. Mostly the table is empty, which is
 * found out once for all generations.
 */
export const HALTS = `
  case when (select exists (select from halted_subject)) then (
    select json_agg(json_build_object('subject', h.subject, 'position', h.position, 'reason', h.reason) order by h.position, h.subject)
      from halted_subject h where h.projection = p.id) end as halts`;

/** $1 projections, $2 subjects, $3 positions, $4 reasons */
const HALT = `
insert into halted_subject (projection, subject, position, reason)
select * from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}, ${split(4, 'text')})`;

/** Sets subjects aside that were not yet. */
export async function haltSubjects(client: ClientBase, halts: readonly OwnedHalt[]): Promise<void> {
  if (halts.length === 0) return;
  const values = [
    column(halts, (one) => one.projection),
    column(halts, (one) => one.subject),
    column(halts, (one) => one.position),
    column(halts, (one) => one.reason),
  ];
  await client.query({ name: 'halt-subjects', text: HALT, values });
}
