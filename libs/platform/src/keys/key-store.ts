import type { Pool } from 'pg';
import { auditParameters, auditCte, type Actor } from '../audit/audit-trail.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { digestOfKey, type KeyRole, newKey, newKeyId } from './key-secret.js';

/** A key as an administrator sees it: without the secret, of which only a digest is stored. */
export interface KeyRecord {
  id: string;
  name: string;
  role: KeyRole;
  createdAt: Date;
  createdBy: string;
  rotatedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** A new key, with the only copy of the secret that its holder has to send. */
export interface MadeKey {
  record: KeyRecord;
  key: string;
}

/** What decides whether a key is accepted. */
export interface KeyState {
  id: string;
  name: string;
  role: KeyRole;
  digest: Buffer;
  formerDigest: Buffer | null;
  formerUntil: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

const RECORD = `id, name, role, created_at as "createdAt", created_by as "createdBy", rotated_at as "rotatedAt",
  expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt"`;

/** $1 id, $2 name, $3 role, $4 digest, $5 expiry, $6 creator; $7 to $12 audit entry. No row: the name is in use. */
const CREATE = `
with made as (
  insert into api_key (id, name, role, digest, expires_at, created_by) values ($1, $2, $3, $4, $5, $6)
  on conflict (name) do nothing returning *
), noted as (${auditCte('made', 7)})
select ${RECORD} from made`;

/**
 * $1 id, $2 digest of the new secret, $3 for how many seconds the former one is still accepted; $4 to $9 audit entry.
 * No row: there is no such key, or it has ended.
 */
const ROTATE = `
with made as (
  update api_key
     set former_digest = digest, former_until = now() + $3 * interval '1 second', digest = $2, rotated_at = now()
   where id = $1 and revoked_at is null and (expires_at is null or expires_at > now()) returning *
), noted as (${auditCte('made', 4)})
select ${RECORD} from made`;

/** $1 id; $2 to $7 audit entry. */
const REVOKE = `
with made as (
  update api_key set revoked_at = now() where id = $1 and revoked_at is null returning *
), noted as (${auditCte('made', 2)})
select 1 from made`;

const FIND = `select ${RECORD} from api_key where id = $1`;

/** $1 names after this one, or null; $2 the limit. */
const LIST = `select ${RECORD} from api_key where ($1::text is null or name > $1) order by name limit $2`;

const STATES = `
select id, name, role, digest, former_digest as "formerDigest", former_until as "formerUntil",
       expires_at as "expiresAt", revoked_at as "revokedAt"
  from api_key where id = any($1)`;

/**
 * $1 ids, $2 times, milliseconds since the epoch. The rows are locked in the order of their ids, so that two processes
 * with the same keys cannot deadlock.
 */
const USED = `
with held as (select h.id from api_key h where h.id = any($1) order by h.id for no key update)
update api_key k set last_used_at = greatest(k.last_used_at, to_timestamp(u.ms / 1000))
  from unnest($1::text[], $2::float8[]) u(id, ms) join held using (id) where k.id = u.id`;

const PRIMARY_KEY = 'api_key_pkey';
const MAX_TRIES = 3;

/** Creates a key. `null` if another key has the name, even a revoked one. */
export async function createKey(
  pool: Pool,
  actor: Actor,
  { name, role, expiresAt }: Pick<KeyRecord, 'name' | 'role' | 'expiresAt'>,
): Promise<MadeKey | null> {
  const action = {
    action: 'key-created',
    subject: name,
    detail: { role, ...(expiresAt && { expiresAt: expiresAt.toISOString() }) },
  } as const;
  for (let tries = 1; ; tries++) {
    const id = newKeyId();
    const key = newKey(id);
    try {
      const values = [id, name, role, digestOfKey(key), expiresAt, actor.actor, ...auditParameters(actor, action)];
      const { rows } = await pool.query<KeyRecord>(CREATE, values);
      return rows[0] ? { record: rows[0], key } : null;
    } catch (error) {
      // Another key has the same 32 random bits as its id.
      if (!isUniqueViolation(error, PRIMARY_KEY) || tries === MAX_TRIES) throw error;
    }
  }
}

/**
 * Gives a key a new secret; the former one is accepted for `overlapSeconds` more. `null` if the key was revoked or has
 * expired.
 */
export async function rotateKey(
  pool: Pool,
  actor: Actor,
  { id, name }: KeyRecord,
  overlapSeconds: number,
): Promise<MadeKey | null> {
  const key = newKey(id);
  const action = { action: 'key-rotated', subject: name, detail: { overlapSeconds } } as const;
  const { rows } = await pool.query<KeyRecord>(ROTATE, [
    id,
    digestOfKey(key),
    overlapSeconds,
    ...auditParameters(actor, action),
  ]);
  return rows[0] ? { record: rows[0], key } : null;
}

/** Ends a key for good. Does nothing if it has ended already. */
export async function revokeKey(pool: Pool, actor: Actor, { id, name }: KeyRecord): Promise<void> {
  await pool.query(REVOKE, [id, ...auditParameters(actor, { action: 'key-revoked', subject: name })]);
}

export async function findKey(pool: Pool, id: string): Promise<KeyRecord | null> {
  const { rows } = await pool.query<KeyRecord>(FIND, [id]);
  return rows[0] ?? null;
}

/** Lists keys by name, including those that have ended. */
export async function listKeys(pool: Pool, afterName: string | null, limit: number): Promise<KeyRecord[]> {
  const { rows } = await pool.query<KeyRecord>(LIST, [afterName, limit]);
  return rows;
}

export async function readKeyStates(pool: Pool, ids: readonly string[]): Promise<Map<string, KeyState>> {
  const { rows } = await pool.query<KeyState>(STATES, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Stores when keys were last used, milliseconds since the epoch. */
export async function recordKeyUses(pool: Pool, uses: ReadonlyMap<string, number>): Promise<void> {
  if (uses.size > 0) await pool.query(USED, [[...uses.keys()], [...uses.values()]]);
}
