import { describe, expect, it } from '@jest/globals';
import { connect as dial, createServer, type Server } from 'node:net';
import { pino } from 'pino';
import { connect } from '#platform/database/connect.js';
import { createTestDatabase } from '../support/database.js';
import { launchServer, startServer } from '../support/server.js';
import { stopAfterwards } from '../support/started.js';

/** A logger that collects its lines. */
function collectingLogger() {
  const lines: string[] = [];
  return { lines, logger: pino({ base: null }, { write: (line: string) => void lines.push(line) }) };
}

/** Forwards a port to a database. The port is reserved first, and opened later. */
async function forwarder(to: URL): Promise<{ url: string; open: () => void }> {
  const server: Server = createServer((incoming) => {
    const outgoing = dial(Number(to.port || 5432), to.hostname);
    incoming.pipe(outgoing).pipe(incoming);
    for (const socket of [incoming, outgoing]) socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  const url = new URL(to);
  [url.hostname, url.port] = ['127.0.0.1', String(port)];
  stopAfterwards(() => Promise.resolve(server.close()));
  return { url: url.href, open: () => void server.listen(port, '127.0.0.1') };
}

describe('a database that cannot be reached yet', () => {
  it('is waited for, with one line of the log for each failure', async () => {
    const { url, open } = await forwarder(new URL((await createTestDatabase()).url));
    const { lines, logger } = collectingLogger();
    setTimeout(open, 900);
    const client = await connect(url, 'DATABASE_URL', logger, 10_000);
    expect((await client.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    expect(lines.length).toBeGreaterThanOrEqual(2);
    for (const line of lines) expect(line).toMatch(/"level":40.*ECONNREFUSED.*the database cannot be reached yet/);
  });

  it('is given up after a timeout, with a message that names it and not its password', async () => {
    const { url } = await forwarder(new URL('postgres://someone:s3cret-word@127.0.0.1:5432/news'));
    const { lines, logger } = collectingLogger();
    const { port } = new URL(url);
    await expect(connect(url, 'DATABASE_URL', logger, 600)).rejects.toThrow(
      `The database at someone@127.0.0.1:${port}/news (DATABASE_URL) could not be reached for 1 seconds: ` +
        `connect ECONNREFUSED 127.0.0.1:${port}.`,
    );
    expect(lines.join()).not.toContain('s3cret-word');
  });
});

describe('a configuration that waiting cannot correct', () => {
  it('a database that does not exist is refused at once', async () => {
    const { url, ownerUrl, drop } = await createTestDatabase();
    await drop();
    const began = Date.now();
    const refused = await launchServer({}, { databaseUrl: url, ownerUrl });
    expect(await refused.exited).toBe(1);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(refused.log()).toMatch(
      new RegExp(
        '^Dateline cannot start\\.\\n' +
          '  The database refuses dateline_test_server@.* \\(DATABASE_URL\\): database ".*" does not exist\\.\\n$',
      ),
    );
  });

  it('an owner of another database is refused', async () => {
    const [served, owned] = [await createTestDatabase(), await createTestDatabase()];
    const refused = await launchServer({}, { databaseUrl: served.url, ownerUrl: owned.ownerUrl });
    expect(await refused.exited).toBe(1);
    expect(refused.log()).toContain('both must name the same one');
  });

  it('a wrong configuration is reported whole, before anything is opened', async () => {
    const refused = await launchServer({ PORT: 'http', LOG_LEVEL: 'loud', DATELINE_ADMIM_KEY: 'x' });
    expect(await refused.exited).toBe(1);
    expect(refused.log().split('\n')).toEqual([
      'Dateline cannot start: 3 settings are wrong.',
      '  PORT: must be a whole number from 0 to 65535, but is "http".',
      '  LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent, but is "loud".',
      '  DATELINE_ADMIM_KEY: is not a setting of Dateline; did you mean DATELINE_ADMIN_KEY?',
      '',
    ]);
  });
});

describe('the owner of the tables', () => {
  it('is reported if it is the server itself', async () => {
    const { ownerUrl } = await createTestDatabase();
    const server = await startServer({}, { databaseUrl: ownerUrl, ownerUrl: '' });
    expect(server.log()).toContain('the server connects as the owner of its tables');
    expect(server.log()).toContain('Note       the server owns its tables');
  });

  it('need not be known to the server if the schema is up to date', async () => {
    const { url } = await createTestDatabase();
    const server = await startServer({}, { databaseUrl: url, ownerUrl: '' });
    expect(server.log()).not.toContain('owner of its tables');
    expect(await server.stop()).toBe(0);
  });
});
