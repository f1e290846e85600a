import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { viewOf, type ProjectionError } from '../store/projections.js';

/**
 * A generation of a view, as an admin sees it. `failed`: a build that its own code stopped; the generation before it
 * goes on serving.
 */
export interface Generation {
  id: number;
  view: string;
  version: number;
  status: 'active' | 'building' | 'halted' | 'failed';
  /** The last position that it holds. */
  position: number;
  error: ProjectionError | null;
  /** This program does not have the view, or has it in another version: only the program that has it moves it. */
  foreign: boolean;
  /** Its halted subjects, the first 50. */
  haltedSubjects: HaltedSubjectEntry[];
  /** How many more there are; absent: none. */
  moreHaltedSubjects?: number;
  startedAt: string;
  changedAt: string;
}

/** A halted subject, as an admin sees it. */
export interface HaltedSubjectEntry {
  subject: string;
  /** From this position on it is unavailable. */
  position: number;
  reason: string;
  haltedAt: string;
  /** A retry was requested, and has not ended. */
  retrying: boolean;
}

/** SQL: a row of `halted_subject h` as JSON, `HaltedSubjectColumns`. */
export const HALTED_SUBJECT = `
json_build_object('subject', h.subject, 'position', h.position, 'reason', h.reason, 'retrying', h.retry,
                  'haltedAt', (extract(epoch from h.halted_at) * 1000000)::bigint)`;

export type HaltedSubjectColumns = Omit<HaltedSubjectEntry, 'haltedAt'> & { haltedAt: number };

export const readHaltedSubject = (columns: HaltedSubjectColumns): HaltedSubjectEntry => ({
  ...columns,
  haltedAt: formatInstant(columns.haltedAt),
});

interface GenerationColumns extends Pick<Generation, 'id' | 'view' | 'version' | 'status' | 'error'> {
  position: string;
  started_us: string;
  changed_us: string;
  halted: HaltedSubjectColumns[] | null;
  all_halted: number;
}

const MAX_HALTED_SUBJECTS = 50;

/**
 * The generations that serve or are being built, and builds that have failed since. An active generation is at the
 * checkpoint.
 */
const GENERATIONS = `
select p.id, p.view, p.version, case p.status when 'retired' then 'failed' else p.status end as status,
       case p.status when 'active' then c.position else p.position end as position, p.error,
       (extract(epoch from p.started_at) * 1000000)::bigint as started_us,
       (extract(epoch from p.changed_at) * 1000000)::bigint as changed_us,
       (select count(*)::int from halted_subject h where h.projection = p.id) as all_halted,
       (select json_agg(${HALTED_SUBJECT} order by h.position, h.subject)
          from (select * from halted_subject h where h.projection = p.id
                 order by h.position, h.subject limit ${MAX_HALTED_SUBJECTS}) h) as halted
  from projection p cross join checkpoint c
 where p.status <> 'retired'
    or p.error is not null
       and p.id > all (select s.id from projection s where s.view = p.view and s.status in ('active', 'halted'))
 order by p.view, p.id`;

/**
 * The generations of all views that an admin may want to know about, by view, the oldest first.
 *
 * @param views those that this program has
 */
export async function readGenerations(pool: Pool, views: readonly AnyView[]): Promise<Generation[]> {
  const { rows } = await pool.query<GenerationColumns>(GENERATIONS);
  return rows.map(({ position, started_us: started, changed_us: changed, halted, all_halted: all, ...row }) => ({
    ...row,
    haltedSubjects: (halted ?? []).map(readHaltedSubject),
    ...(all > MAX_HALTED_SUBJECTS && { moreHaltedSubjects: all - MAX_HALTED_SUBJECTS }),
    position: Number(position),
    foreign: viewOf(views, row) === undefined,
    startedAt: formatInstant(Number(started)),
    changedAt: formatInstant(Number(changed)),
  }));
}
