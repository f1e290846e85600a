import { relative } from 'node:path';
import type { Config } from '#platform/config/config.js';
import type { Database } from '#platform/database/open-database.js';
import type { AdminKey } from '#platform/keys/admin-key.js';

interface RunningServer {
  version: string;
  /** For example `http://127.0.0.1:3000`. */
  url: string;
  config: Config;
  database: Database;
  adminKey: AdminKey;
  /** What happened to the demo story; `null`: nothing to report. */
  demo: string | null;
}

/** The text that a person sees who starts the server: what is running, where, and what to try next. */
export function banner({ version, url, config, database, adminKey, demo }: RunningServer): string {
  // Without the role `api` the server only answers /livez, /readyz, /metrics and its documentation.
  const hasApi = config.roles.has('api');
  const facts: [string, string][] = [
    [
      'Database',
      `${database.embedded ? 'embedded PostgreSQL' : 'PostgreSQL'} ${database.version}, ${shorten(database.place)}`,
    ],
    ['Roles', [...config.roles].join(', ')],
    ['Reading', config.publicRead ? 'open to anyone who can reach this address' : 'with a key'],
    ...(hasApi ? [['Admin key', adminKeyLine(adminKey)] as [string, string]] : []),
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
    ...(hasApi ? [`  curl ${url}/v1/stories${config.publicRead ? '' : ` -H "Authorization: Bearer ${key}"`}`] : []),
    ...(hasApi ? [`or open ${url} in a browser. The API is described at ${url}/docs.`] : []),
    'Ctrl-C stops the server.',
  ];
  return `\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n\n`;
}

function adminKeyLine({ file, justGenerated }: AdminKey): string {
  if (file === null) return 'as configured';
  if (justGenerated === null) return `in ${shorten(file)}`;
  return `${justGenerated}\n${' '.repeat(13)}(new; shown only this once, kept in ${shorten(file)})`;
}

/** A path below the working folder is shortened to a relative one. */
function shorten(path: string): string {
  const below = relative(process.cwd(), path);
  return path.startsWith('/') && below !== '' && !below.startsWith('..') ? below : path;
}
