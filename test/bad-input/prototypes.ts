import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/** The environment of a server whose prototypes are to be read. */
export const REPORTS_PROTOTYPES = {
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'report-prototypes.mjs')).href}`,
};

/**
 * The properties of the prototypes that all objects share, in the process of a server: a request that polluted one
 * would have changed them.
 *
 * @param server started with `REPORTS_PROTOTYPES`
 */
export async function readPrototypes(server: TestServer): Promise<string> {
  const reports = (): string[] => [...server.log().matchAll(/^prototypes: (.+)$/gm)].map(([, report]) => report ?? '');
  const before = reports().length;
  process.kill(server.pid, 'SIGUSR2');
  await until('the server has reported its prototypes', () => reports().length > before);
  return reports().at(-1) ?? '';
}
