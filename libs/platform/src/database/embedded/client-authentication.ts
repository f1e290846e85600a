import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SystemUser } from './system-user.js';

/** A password from everybody, by the loopback address alone. */
const RULES = `# Written by Dateline at each start.
host all all 127.0.0.1/32 scram-sha-256
`;

/** Where PostgreSQL reads who may connect, and how they prove it. */
export const clientAuthenticationFile = (cluster: string): string => join(cluster, 'pg_hba.conf');

/** Puts Dateline's rules in place of whatever the data folder has. Before PostgreSQL starts. */
export async function writeClientAuthentication(cluster: string, user: SystemUser | null): Promise<void> {
  const path = clientAuthenticationFile(cluster);
  if ((await readFile(path, 'utf8').catch(() => '')) === RULES) return;
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, RULES, { mode: 0o600 });
  if (user) await chown(draft, user.uid, user.gid);
  await rename(draft, path);
}
