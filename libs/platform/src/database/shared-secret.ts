import { randomBytes } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';

/** $1 name, $2 a fresh secret: kept where there is none of that name yet. */
const KEEP = `insert into server_secret (name, secret) values ($1, $2) on conflict do nothing`;
const KEPT = `select secret from server_secret where name = $1`;

/**
 * A secret of 256 random bits that all servers of a database share, and that outlives them. The first to ask for it
 * makes it; of several that ask at once one does.
 *
 * @param name what it is for
 */
export async function sharedSecret(db: ClientBase | Pool, name: string): Promise<Buffer> {
  await db.query(KEEP, [name, randomBytes(32)]);
  const { rows } = await db.query<{ secret: Buffer }>(KEPT, [name]);
  if (!rows[0]) throw new Error(`the secret ${name} could not be kept`);
  return rows[0].secret;
}
