import type { Pool } from 'pg';

/** What an administrator may want to know that it was done. */
export const auditActions = [
  'key-created',
  'key-rotated',
  'key-revoked',
  'session-opened',
  'session-ended',
  'article-erased',
  'article-claimed',
  'article-verified',
  'rebuild-requested',
  'generation-dropped',
  'subject-retry-requested',
  'verify-requested',
  'pages-used',
  'authentications-failed',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Who does something, and by which request. */
export interface Actor {
  /** The name of a key; null: nobody known. */
  actor: string | null;
  address: string;
  /** Null: what is noted sums up many requests. */
  requestId: string | null;
}

export interface AuditedAction {
  action: AuditAction;
  /** What it was done to: a key's name, an article's id, a view, an address. */
  subject: string;
  detail?: Readonly<Record<string, unknown>>;
}

export interface AuditEntry extends Actor, Required<AuditedAction> {
  id: number;
  at: Date;
}

/** The parameters of `NOTED_IN`, to follow those of the statement that it is part of. */
export const auditParameters = (
  { actor, address, requestId }: Actor,
  { action, subject, detail = {} }: AuditedAction,
): unknown[] => [actor, action, subject, JSON.stringify(detail), address, requestId];

/**
 * Notes a deed within the statement that does it, so that neither is stored without the other: one row for each that
 * `done` returned.
 *
 * @param done the name of the CTE that does it
 * @param first the number of the first of the six parameters
 * @param found an expression over `done`: a JSON value that takes the place of the detail, or null
 */
export const auditCte = (done: string, first: number, found = 'null'): string => {
  const [actor, action, subject, detail, address, requestId] = Array.from({ length: 6 }, (_, n) => `$${first + n}`);
  return `insert into audit (actor, action, subject, detail, address, request_id)
  select ${actor}::text, ${action}::text, ${subject}::text, coalesce(${found}, ${detail}::json), ${address}::text, ${requestId}::text from ${done}`;
};

const NOTE = `with done as (select 1) ${auditCte('done', 1)}`;

/** $1 before this id, or null; $2 an actor, or null; $3 an action, or null; $4 how many. */
const READ = `
select id::float8 as id, at, actor, action, subject, detail, address, request_id as "requestId" from audit
 where ($1::bigint is null or id < $1) and ($2::text is null or actor = $2) and ($3::text is null or action = $3)
 order by id desc limit $4`;

/** Notes something that is done elsewhere, before it is done. */
export async function writeAudit(pool: Pool, actor: Actor, deed: AuditedAction): Promise<void> {
  await pool.query(NOTE, auditParameters(actor, deed));
}

export interface AuditQuestion {
  /** The id of the entry that the page before ended with. */
  before: number | null;
  actor: string | null;
  action: AuditAction | null;
  limit: number;
}

/** The latest first. */
export async function readAudit(pool: Pool, { before, actor, action, limit }: AuditQuestion): Promise<AuditEntry[]> {
  const { rows } = await pool.query<AuditEntry>(READ, [before, actor, action, limit]);
  return rows;
}
