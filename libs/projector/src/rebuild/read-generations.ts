import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { viewOf, type ProjectionError } from '../store/projections.js';
import { ASIDE, readAside, type AsideColumns, type SubjectAside } from './request-retry.js';

/**
 * A generation of a view, as an admin sees it. `failed`: a build that its own code stopped; the generation before it
 * serves on.
 */
export interface Generation {
  id: number;
  view: string;
  version: number;
  status: 'active' | 'building' | 'halted' | 'failed';
  /** The last position that it holds. */
  position: number;
  error: ProjectionError | null;
  /** Of a view, or of a version of one, that this program does not have: only the program that does moves it. */
  foreign: boolean;
  /** Its subjects that are set aside, the first 50. */
  haltedSubjects: SubjectAside[];
  /** How many more there are; absent: none. */
  moreHaltedSubjects?: number;
  startedAt: string;
  changedAt: string;
}

interface GenerationColumns extends Omit<
  Generation,
  'position' | 'foreign' | 'haltedSubjects' | 'moreHaltedSubjects' | 'startedAt' | 'changedAt'
> {
  position: string;
  started_us: string;
  changed_us: string;
  aside: AsideColumns[] | null;
  all_aside: number;
}

const MAX_NAMED = 50;

/** Those that serve or are being built, and what has failed since; an active one stands at the checkpoint. */
const GENERATIONS = `
select p.id, p.view, p.version, case p.status when 'retired' then 'failed' else p.status end as status,
       case p.status when 'active' then c.position else p.position end as position, p.error,
       (extract(epoch from p.started_at) * 1000000)::bigint as started_us, (extract(epoch from p.changed_at) * 1000000)::bigint as changed_us,
       (select count(*)::int from halted_subject h where h.projection = p.id) as all_aside,
       (select json_agg(${ASIDE} order by h.position, h.subject)
          from (select * from halted_subject h where h.projection = p.id order by h.position, h.subject limit ${MAX_NAMED}) h) as aside
  from projection p cross join checkpoint c
 where p.status <> 'retired'
    or p.error is not null and p.id > all (select s.id from projection s where s.view = p.view and s.status in ('active', 'halted'))
 order by p.view, p.id`;

/**
 * The generations of all views that an admin may want to know of, by view, the oldest first. `views`: those that this
 * program has.
 */
export async function readGenerations(pool: Pool, views: readonly AnyView[]): Promise<Generation[]> {
  const { rows } = await pool.query<GenerationColumns>(GENERATIONS);
  return rows.map(({ position, started_us: started, changed_us: changed, aside, all_aside: all, ...row }) => ({
    ...row,
    haltedSubjects: (aside ?? []).map(readAside),
    ...(all > MAX_NAMED && { moreHaltedSubjects: all - MAX_NAMED }),
    position: Number(position),
    foreign: viewOf(views, row) === undefined,
    startedAt: formatInstant(Number(started)),
    changedAt: formatInstant(Number(changed)),
  }));
}
