import type { Pool } from 'pg';

/** The actions that the audit trail records. */
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

/** Who acts, and by which request. */
export interface Actor {
  /** The name of a key; null: unknown. */
  actor: string | null;
  address: string;
  /** Null: the entry sums up many requests. */
  requestId: string | null;
}

export interface AuditedAction {
  action: AuditAction;
  /** The object of the action: a key's name, an article's id, a view, an address. */
  subject: string;
  detail?: Readonly<Record<string, unknown>>;
}

export interface AuditEntry extends Actor, Required<AuditedAction> {
  id: number;
  at: Date;
}

/** The six parameters of `auditCte`. */
export const auditParameters = (
  { actor, address, requestId }: Actor,
  { action, subject, detail = {} }: AuditedAction,
): unknown[] => [actor, action, subject, JSON.stringify(detail), address, requestId];

/**
 * SQL that writes the audit entry in the same statement as the action, so that neither is stored without the other. It
 * inserts one entry for each row that the CTE `done` returned.
 *
 * @param done the name of the CTE that performs the action
 * @param first the number of the first of the six parameters
 * @param found an SQL expression over `done`: JSON that replaces the detail, unless it is null
 */
export const auditCte = (done: string, first: number, found = 'null'): string => {
  const [actor, action, subject, detail, address, requestId] = Array.from({ length: 6 }, (_, n) => `$${first + n}`);
  return `insert into audit (actor, action, subject, detail, address, request_id)
  select ${actor}::text, ${action}::text, ${subject}::text, coalesce(${found}, ${detail}::json), ${address}::text,
         ${requestId}::text from ${done}`;
};

const WRITE = `with done as (select 1) ${auditCte('done', 1)}`;

/** $1 ids below this one, or null; $2 an actor, or null; $3 an action, or null; $4 the limit. */
const READ = `
select id::float8 as id, at, actor, action, subject, detail, address, request_id as "requestId" from audit
 where ($1::bigint is null or id < $1) and ($2::text is null or actor = $2) and ($3::text is null or action = $3)
 order by id desc limit $4`;

/** Writes an entry for an action that is not one statement of this database. Call it before the action. */
export async function writeAudit(pool: Pool, actor: Actor, action: AuditedAction): Promise<void> {
  await pool.query(WRITE, auditParameters(actor, action));
}

export interface AuditQuery {
  /** The id of the last entry of the previous page. */
  before: number | null;
  actor: string | null;
  action: AuditAction | null;
  limit: number;
}

/** Reads entries, the latest first. */
export async function readAudit(pool: Pool, { before, actor, action, limit }: AuditQuery): Promise<AuditEntry[]> {
  const { rows } = await pool.query<AuditEntry>(READ, [before, actor, action, limit]);
  return rows;
}
