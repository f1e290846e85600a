import { relative } from 'node:path';
import type { Config } from '#platform/config/config.js';
import type { Database } from '#platform/database/open-database.js';
import type { AdminKey } from '#platform/keys/admin-key.js';

export interface Running {
  version: string;
  /** Where the server can be reached, for example `http://127.0.0.1:3000`. */
  url: string;
  config: Config;
  database: Database;
  adminKey: AdminKey;
  /** What became of the demo story, where that is worth telling. */
  demo: string | null;
}

/** What a person sees who starts the server: what is running, where, and what to try next. */
export function banner({ version, url, config, database, adminKey, demo }: Running): string {
  // Without the role `api` it only says how it is.
  const answers = config.roles.has('api');
  const facts: [string, string][] = [
    [
      'Database',
      `${database.embedded ? 'embedded PostgreSQL' : 'PostgreSQL'} ${database.version}, ${shorten(database.place)}`,
    ],
    ['Roles', [...config.roles].join(', ')],
    ['Reading', config.publicRead ? 'open to whoever reaches this address' : 'with a key'],
    ...(answers ? [['Admin key', adminKeyLine(adminKey)] as [string, string]] : []),
  ];
  if (demo !== null) facts.push(['Demo', demo]);
  if (database.serverIsOwner)
    facts.push(['Note', 'the server owns its tables; give it a role of its own in production (DATABASE_OWNER_URL)']);

  const key = adminKey.file === null ? '$DATELINE_ADMIN_KEY' : `$(cat ${shorten(adminKey.file)})`;
  const lines = [
    `Dateline ${version} is running: ${url}`,
    '',
    ...facts.map(([name, fact]) => `${name.padEnd(11)}${fact}`),
    '',
    'Try next:',
    `  curl ${url}/readyz`,
    ...(answers ? [`  curl ${url}/v1/stories${config.publicRead ? '' : ` -H "Authorization: Bearer ${key}"`}`] : []),
    answers ? `and read ${url}/docs. Ctrl-C stops it.` : 'Ctrl-C stops it.',
  ];
  return `\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n\n`;
}

function adminKeyLine({ file, justGenerated }: AdminKey): string {
  if (file === null) return 'as configured';
  if (justGenerated === null) return `in ${shorten(file)}`;
  return `${justGenerated}\n${' '.repeat(13)}(new; shown this once, kept in ${shorten(file)})`;
}

/** Paths below the working folder as one would type them there. */
function shorten(path: string): string {
  const below = relative(process.cwd(), path);
  return path.startsWith('/') && below !== '' && !below.startsWith('..') ? below : path;
}
