import type { AnyView } from '#views/define-view.js';
import type { ClientBase, Pool } from 'pg';
import { column, splitAll } from './statement.js';

/**
 * One generation of a view. `active`: at the checkpoint, with all others that are active. `building`: being built from
 * the log, at a position of its own. `halted`: the view's own code failed, and the generation stays where it was.
 * `retired`: another generation took its place.
 */
export interface Projection {
  id: number;
  view: string;
  version: number;
  status: 'building' | 'active' | 'halted' | 'retired';
  /** Meaningful while building or halted. */
  position: number;
  error: ProjectionError | null;
  /** Its halted subjects, by position. */
  halts: readonly SubjectHalt[];
}

export interface ProjectionError {
  message: string;
  /** The end of the request at which it failed. */
  position: number;
  subject: string | null;
}

/**
 * A subject that is halted alone, because one request was too much work for it. Its rows stay as they were before that
 * request. Its facts, and which of them are its own, are still written.
 */
export interface SubjectHalt {
  subject: string;
  /** The end of the request that was too much: from here on the subject's rows do not hold. */
  position: number;
  reason: string;
}

/** A subject of a generation as the key of a map. */
export const subjectKey = ({ projection, subject }: { projection: number; subject: string }): string =>
  `${projection} ${subject}`;

/** The view of a generation, if this program has the view in that version. */
export const viewOf = (
  views: readonly AnyView[],
  { view, version }: Pick<Projection, 'view' | 'version'>,
): AnyView | undefined => views.find((one) => one.name === view && one.version === version);

/** The halts of a generation, by subject. */
export const haltsOf = ({ halts }: Pick<Projection, 'halts'>): ReadonlyMap<string, SubjectHalt> =>
  halts.length === 0 ? NO_HALTS : new Map(halts.map((one) => [one.subject, one]));

export const NO_HALTS: ReadonlyMap<string, SubjectHalt> = new Map();

interface ProjectionColumns extends Omit<Projection, 'position' | 'halts'> {
  position: string;
  halts: SubjectHalt[] | null;
}

/**
 * SQL: the halted subjects of a generation `p` as JSON, `null` where it has none. The table is mostly empty: PostgreSQL
 * evaluates the outer subquery once for all generations.
 */
const HALTS = `
  case when (select exists (select from halted_subject)) then (
    select json_agg(json_build_object('subject', h.subject, 'position', h.position, 'reason', h.reason)
                    order by h.position, h.subject)
      from halted_subject h where h.projection = p.id) end as halts`;

const COLUMNS = `p.id, p.view, p.version, p.status, p.position, p.error, ${HALTS}`;

const PROJECTIONS = `select ${COLUMNS} from projection p where p.status <> 'retired' order by p.id`;

/** All generations but the retired. */
export async function readProjections(db: Pool | ClientBase): Promise<Projection[]> {
  const { rows } = await db.query<ProjectionColumns>({ name: 'projections', text: PROJECTIONS });
  return rows.map((row) => ({ ...row, position: Number(row.position), halts: row.halts ?? [] }));
}

const VIEWS_AT = `
select c.position as checkpoint, l.position as head,
       case when c.position = l.position then encode(l.hash, 'hex') end as history, ${COLUMNS}
  from checkpoint c cross join log_head l left join projection p on p.status <> 'retired' order by p.id`;

interface ViewsAtColumns extends Omit<ProjectionColumns, 'id'> {
  checkpoint: string;
  head: string;
  history: string | null;
  /** `null` in the one row of a database that has no generation. */
  id: number | null;
}

/**
 * All generations but the retired, the position at which the active ones are, and the position of the log's head, in
 * one snapshot. `history` is the hash of the log in hex where the views are at its head, else `null`.
 */
export async function readViewsAt(
  db: Pool | ClientBase,
): Promise<{ position: number; head: number; history: string | null; projections: Projection[] }> {
  const { rows } = await db.query<ViewsAtColumns>({ name: 'views-at', text: VIEWS_AT });
  const projections = rows.flatMap(({ id, view, version, status, position, error, halts }) =>
    id === null ? [] : [{ id, view, version, status, position: Number(position), error, halts: halts ?? [] }],
  );
  const { checkpoint = 0, head = 0, history = null } = rows[0] ?? {};
  return { position: Number(checkpoint), head: Number(head), history, projections };
}

/** A halt, and the generation that it is in. */
export interface OwnedHalt extends SubjectHalt {
  projection: number;
}

/** $1 projections, $2 subjects, $3 positions, $4 reasons */
const HALT = `
insert into halted_subject (projection, subject, position, reason)
select * from unnest(${splitAll('int', 'text', 'bigint', 'text')})`;

/** Halts subjects that were not halted yet. */
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
