import { beforeAll, describe, expect, it } from '@jest/globals';
import { openStory, tariff } from '../http/recording.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { launchServer, startServer, type Answer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/** A mark in everything that is written, and in every secret. No log line, response or stored failure may hold it. */
const MARK = 'm4rked-w0rds';

/**
 * The ways in which PostgreSQL fails on a row with the mark, with their codes and the names in the error. Each puts
 * data of the row into some part of the error.
 */
const FAILURES: Record<string, { code: string; names?: object; transient?: true }> = {
  raised: { code: '22000' },
  cast: { code: '22P02' },
  statement: { code: '42P01' },
  unique: { code: '23505', names: { table: 'seen', constraint: 'seen_said_key' } },
  check: { code: '23514', names: { table: 'picky', constraint: 'picky_said_check' } },
  deadlock: { code: '40P01', transient: true },
  full: { code: '53100', transient: true },
  timeout: { code: '57014', transient: true },
};
const failures = Object.keys(FAILURES);

/** The function of the triggers on the tables that are written to. Its argument adds the mark for tables without it. */
const COMPLAIN = `
create table complaint (how text);
create table seen (said text unique);
create table picky (said text check (said is null));
create function complain() returns trigger language plpgsql security definer set search_path = public as $$
declare
  row_text text := to_jsonb(new)::text || coalesce(tg_argv[0], '');
  number int;
begin
  if row_text not like '%${MARK}%' then return new; end if;
  case (select how from complaint)
    when 'raised' then raise exception E'bad %\\n    at % (/x.js:1:1)', row_text, row_text
      using errcode = '22000', detail = row_text, hint = row_text, column = row_text, constraint = row_text;
    when 'cast' then number := row_text::int;
    when 'statement' then execute format('insert into nowhere values (%L)', row_text);
    when 'unique' then
      insert into seen select substr(row_text, strpos(row_text, '${MARK}'), 50) from generate_series(1, 2);
    when 'check' then insert into picky values (row_text);
    when 'deadlock' then raise exception 'deadlock detected at %', row_text using errcode = '40P01', detail = row_text;
    when 'full' then raise exception 'no room for %', row_text using errcode = '53100', detail = row_text;
    when 'timeout' then raise exception 'canceling %', row_text using errcode = '57014', detail = row_text;
    else null;
  end case;
  return new;
end $$;`;

const on = (table: string, added = '', column = ''): string =>
  `create trigger complain before insert or update${column === '' ? '' : ` of ${column}`} on ${table}
    for each row execute function complain(${added === '' ? '' : `'${added}'`});`;

let database: TestDatabase;
let server: TestServer;

const sql = (text: string): Promise<unknown> => asOwner(database.ownerUrl, (owner) => owner.query(text));
const complain = (how: string): Promise<unknown> =>
  sql(`delete from complaint; insert into complaint values ('${how}')`);
const fact = (story: string, more: object = {}) => ({
  type: 'MilestoneReported',
  story,
  occurredAt: '2025-05-01',
  data: { text: `The ${MARK} were published.` },
  source: { url: 'https://example.org/page', publisher: 'Morning Gazette' },
  ...more,
});
const article = (n: string) => ({
  url: `https://example.org/${n}`,
  headline: `A ${MARK}`,
  publisher: 'A paper',
  body: `The ${MARK} of an article.`,
});

interface LogLine {
  msg: string;
  requestId?: string;
  err?: { code?: string; cause?: LogLine['err'] };
}
const linesOf = (log: string): LogLine[] =>
  log.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    return [JSON.parse(line) as LogLine];
  });

/** The lines of a server's log that hold the mark. */
const marked = (log: string): string[] =>
  log.split('\n').filter((line) => line.includes(MARK) || line.includes(encodeURIComponent(MARK)));

/** The error of a line, and its causes. */
const errorsOf = ({ err }: LogLine): object[] =>
  err === undefined ? [] : [err, ...errorsOf({ msg: '', err: err.cause })];

beforeAll(async () => {
  database = await createTestDatabase();
  const { url: databaseUrl, ownerUrl } = database;
  server = await startServer({ DATELINE_ROLES: 'api,projector,worker', LOG_LEVEL: 'trace' }, { databaseUrl, ownerUrl });
  await openStory(server, 'first');
  await sql(`${COMPLAIN} grant select on complaint to public;`);
}, 120_000);

describe('a write that PostgreSQL fails', () => {
  let corrected = '';
  let erased = '';

  /** The ways of writing. The result of an import is its last line. */
  const ways: Record<string, (n: string) => Promise<Answer>> = {
    'an event': () => server.post('/v1/events', fact('first')),
    'a batch': () => server.post('/v1/events', [tariff('first', '2025-02-04', 10), fact('first')]),
    'a correction': () =>
      server.post(`/v1/events/${corrected}/correction`, { certainty: 'confirmed', reason: `Because of ${MARK}` }),
    'a story': (n) => server.post('/v1/stories', { slug: `of-${n}`, title: `The ${MARK}` }),
    'an Idempotency-Key': (n) =>
      server.post('/v1/events', tariff('first', '2025-02-05', 20), { 'idempotency-key': `${MARK}-${n}` }),
    'an article': (n) => server.post('/v1/articles', article(n)),
    'an erasure': () => server.request('DELETE', `/v1/admin/articles/${erased}/body`, { reason: `A ${MARK}` }),
    'an imported event': () =>
      server.post('/v1/events/import', JSON.stringify(fact('first')), { 'content-type': 'application/x-ndjson' }),
    'an imported article': (n) =>
      server.post('/v1/events/import', JSON.stringify({ article: article(`${n}/2`) }), {
        'content-type': 'application/x-ndjson',
      }),
    'a session': () => server.request('POST', '/v1/session'),
    'a key': (n) => server.post('/v1/admin/keys', { name: `${n} ${MARK}`, role: 'reader' }),
  };

  beforeAll(async () => {
    const answer = await server.post('/v1/events', tariff('first', '2025-02-03', 5));
    corrected = (answer.body as { events: { id: string }[] }).events[0]?.id ?? '';
    erased = (
      (await server.post('/v1/articles', { ...article('erased'), headline: 'A', body: 'B' })).body as { id: string }
    ).id;
    await sql(
      ['event', 'article', 'api_key', 'audit', 'idempotency'].map((table) => on(table)).join('') + on('session', MARK),
    );
  });

  it.each(failures)(
    'with %s is answered and logged with the kind and place of the failure, and without data',
    async (how) => {
      await complain(how);
      const { code, names = {}, transient } = FAILURES[how] ?? { code: '' };
      const answers = await Promise.all(
        Object.entries(ways).map(async ([way, write]) => [way, await write(how)] as const),
      );
      await complain('no more');
      for (const [way, { status, text, headers }] of answers) {
        const of = transient ? { status: 503, code: 'unavailable' } : { status: 500, code: 'internal' };
        const imports = way.startsWith('an imported');
        const last = JSON.parse(imports ? (text.trim().split('\n').at(-1) ?? '') : text) as {
          code: string;
          error: { code: string };
        };
        expect([way, imports ? 200 : of.status, of.code]).toEqual([way, status, imports ? last.error.code : last.code]);
        expect([way, text]).toEqual([way, expect.not.stringContaining(MARK)]);
        const requestId = headers.get('x-request-id');
        const lines = linesOf(server.log()).filter((line) => line.requestId === requestId && line.err !== undefined);
        // If an insert of the trigger fails, the error names the table of that insert.
        expect([way, lines.flatMap(errorsOf)]).toEqual([
          way,
          expect.arrayContaining([expect.objectContaining({ code, ...names })]),
        ]);
      }
      expect(marked(server.log())).toEqual([]);
    },
    60_000,
  );

  it('because of a missing column is logged without the query and its parameters', async () => {
    await sql('alter table article rename column byline to written_by');
    const answers = [await server.post('/v1/articles', article('column')), await server.get('/v1/articles')];
    await sql('alter table article rename column written_by to byline');
    for (const { status, headers, text } of answers) {
      expect([status, text]).toEqual([500, expect.not.stringMatching(/byline|m4rked/)]);
      const lines = linesOf(server.log()).filter(
        (line) => line.requestId === headers.get('x-request-id') && line.err !== undefined,
      );
      expect(lines.map(({ err }) => err?.code)).toEqual(['42703']);
    }
    expect(server.log()).not.toMatch(/insert into|SELECT "article|byline/i);
    expect(marked(server.log())).toEqual([]);
  });
});

describe('work on recorded events', () => {
  beforeAll(async () => {
    await complain('no more');
    await sql('drop trigger if exists complain on event');
    await openStory(server, 'projected');
  });

  it('by the projector is retried when PostgreSQL fails, and the log shows how it failed', async () => {
    await sql(on('fact') + on('view_version'));
    for (const how of failures) {
      await complain(how);
      expect((await server.post('/v1/events', fact('projected'))).status).toBe(201);
      const { code, names = {} } = FAILURES[how] ?? { code: '' };
      const failed = () => linesOf(server.log()).filter(({ msg }) => msg === 'projecting failed and is retried');
      await until(
        `projecting fails: ${how}`,
        async () => Promise.resolve(failed().some(({ err }) => err?.code === code)),
        20_000,
      );
      expect(failed().map(({ err }) => err)).toContainEqual(expect.objectContaining({ code, ...names }));
    }
    const { position } = (await server.get('/v1/admin/log')).body as { position: number };
    await complain('no more');
    await sql('drop trigger complain on fact; drop trigger complain on view_version');
    await until(
      'the views are there',
      async () => (await server.get(`/v1/stories?minPosition=${position}`)).status === 200,
      20_000,
    );
    expect(marked(server.log())).toEqual([]);
  }, 90_000);

  it('by the workers is given up when PostgreSQL fails, and the stored failure shows how it failed', async () => {
    await sql(on('summary', '', 'content'));
    await openStory(server, 'summed-up');
    await complain('unique');
    expect((await server.post('/v1/events', fact('summed-up'))).status).toBe(201);
    const queues = async () =>
      (await server.get('/v1/admin/queues')).body as { deadLetters: { error: string; story: string }[] };
    await until('jobs are given up', async () => (await queues()).deadLetters.length >= 2, 40_000);
    const reason = 'PostgreSQL refused it: SQLSTATE 23505, constraint seen_said_key, table seen';
    for (const { error } of (await queues()).deadLetters) expect(error).toBe(reason);
    const kept = await asOwner(database.ownerUrl, (owner) =>
      owner.query<{ kept: string }>(
        `select to_jsonb(j)::text as kept from bullmq.job j where to_jsonb(j)::text like '%SQLSTATE%'`,
      ),
    );
    expect(kept.rows.length).toBeGreaterThan(0);
    expect(kept.rows.filter((row) => row.kept.includes(MARK))).toEqual([]);
    await until('it is stored', async () => (await storedFailures()).length >= 2);
    expect(new Set(await storedFailures())).toEqual(new Set([reason]));
    for (const path of ['/readyz', '/metrics', '/admin/queues/api/queues?activeQueue=briefs&status=failed&page=1'])
      expect([path, (await server.get(path)).text]).toEqual([path, expect.not.stringContaining(MARK)]);
    const lines = linesOf(server.log()).filter(({ msg }) => msg === 'a summary could not be built');
    expect(lines.map(({ err }) => err)).toContainEqual(
      expect.objectContaining({ code: '23505', constraint: 'seen_said_key' }),
    );
    expect(marked(server.log())).toEqual([]);
    await complain('no more');

    async function storedFailures(): Promise<string[]> {
      const { rows } = await asOwner(database.ownerUrl, (owner) =>
        owner.query<{ failure: string }>('select failure from summary where failure is not null'),
      );
      return rows.map(({ failure }) => failure);
    }
  }, 90_000);

  it('is not available while a table is missing, and no response names the table', async () => {
    await sql('alter table checkpoint rename to elsewhere');
    const answers = [await server.get('/readyz'), await server.get('/v1/stories')];
    await sql('alter table elsewhere rename to checkpoint');
    expect(answers.map(({ status }) => status)).toEqual([503, 500]);
    for (const { text } of answers) expect(text).not.toMatch(/checkpoint|relation|does not exist/);
  });
});

describe('a request', () => {
  const KEY = `dl_0123abcd_${'5e'.repeat(32)}`;
  it.each<[string, string, string, unknown, Record<string, string>]>([
    ['with a secret in its query', 'GET', `/v1/stories?key=${MARK}&${KEY}`, undefined, {}],
    ['with a wrong key', 'GET', '/v1/stories', undefined, { authorization: `Bearer ${MARK}` }],
    ['with another scheme', 'POST', '/v1/session', undefined, { authorization: `Basic ${MARK}` }],
    [
      'with a wrong cookie',
      'GET',
      '/v1/stories',
      undefined,
      { authorization: '', cookie: `dateline_session=${MARK}; other=${MARK}` },
    ],
    ['with invalid JSON', 'POST', '/v1/events', `{"a": ${MARK}`, {}],
    ['with an invalid event', 'POST', '/v1/events', { type: MARK, [MARK]: MARK }, {}],
    ['with an invalid quote', 'POST', '/v1/events', fact('first', { source: { article: MARK, quote: MARK } }), {}],
    [
      'with an invalid line',
      'POST',
      '/v1/events/import',
      `{"type": "${MARK}"}`,
      { 'content-type': 'application/x-ndjson' },
    ],
    [
      'with odd headers',
      'POST',
      '/v1/events',
      fact('first'),
      { prefer: MARK, 'if-match': MARK, 'content-type': MARK, 'x-request-id': `${MARK} ${MARK}` },
    ],
  ])('%s is logged without it', async (_, method, path, body, headers) => {
    const before = server.log().length;
    const { status } = await server.request(method, path, body as object | undefined, headers);
    expect(status).toBeLessThan(500);
    await until('it is logged', async () =>
      Promise.resolve(linesOf(server.log().slice(before)).some(({ msg }) => msg === 'request')),
    );
    expect(marked(server.log())).toEqual([]);
    expect(server.log()).not.toContain(KEY);
  });

  it('with a key in its path is logged without the secret of the key', async () => {
    await server.get(`/v1/stories/${KEY}`);
    await until('it is logged', async () => Promise.resolve(server.log().includes('/v1/stories/dl_0123abcd_[hidden]')));
    expect(server.log()).not.toContain(KEY);
  });
});

describe('a process', () => {
  const secretUrl = (url: string): string => Object.assign(new URL(url), { password: MARK }).href;

  it('with a wrong password of the database reports that without the password', async () => {
    const { url: databaseUrl, ownerUrl } = await createTestDatabase();
    const launched = await launchServer(
      { LOG_LEVEL: 'trace' },
      { databaseUrl: secretUrl(databaseUrl), ownerUrl: secretUrl(ownerUrl) },
    );
    const { child, log, exited } = launched;
    await until('it refuses to start, or runs', () => child.exitCode !== null || log().includes('is running'), 50_000);
    if (child.exitCode === null) {
      // This PostgreSQL trusts every client, so the wrong password is not checked.
      child.kill('SIGTERM');
      expect(await exited).toBe(0);
    } else {
      expect(await exited).toBe(1);
      expect(log()).toMatch(/28P01|password authentication failed/);
    }
    expect(log()).not.toBe('');
    expect(marked(log())).toEqual([]);
  }, 60_000);

  it('without database and Redis reports that without their passwords', async () => {
    const gone = await launchServer(
      { LOG_LEVEL: 'trace' },
      { databaseUrl: `postgres://someone:${MARK}@127.0.0.1:1/news` },
    );
    const reported = 'the database cannot be reached yet';
    await until('it is reported', async () => Promise.resolve(gone.log().includes(reported)));
    gone.child.kill('SIGKILL');
    await gone.exited;
    const { url: databaseUrl, ownerUrl } = await createTestDatabase();
    const env = {
      LOG_LEVEL: 'trace',
      DATELINE_ROLES: 'api,projector,worker',
      REDIS_URL: `redis://someone:${MARK}@127.0.0.1:1/0`,
    };
    const without = await startServer(env, { databaseUrl, ownerUrl });
    await until('it is reported', async () => Promise.resolve(without.log().includes('Redis is away')));
    expect(linesOf(without.log()).find(({ msg }) => msg.startsWith('Redis is away'))).toMatchObject({
      err: { code: 'ECONNREFUSED' },
    });
    expect((await without.get('/readyz')).text).not.toContain(MARK);
    await without.stop();
    expect([...marked(gone.log()), ...marked(without.log())]).toEqual([]);
  }, 60_000);

  it('that cannot start gives the reason without data from PostgreSQL', async () => {
    const { url: databaseUrl, ownerUrl, adminUrl } = await createTestDatabase();
    const refusing = (name: string): string => `
      create function ${name}() returns event_trigger language plpgsql as $$
      begin raise exception 'bad ${MARK}' using detail = '${MARK}'; end $$;
      create event trigger ${name} on ddl_command_start execute function ${name}()`;
    await asOwner(adminUrl, (admin) => admin.query(refusing('refuse_all')));
    const refused = await launchServer({}, { databaseUrl, ownerUrl });
    expect(await refused.exited).toBe(1);
    expect(refused.log()).toMatch(/cannot grant the role .*: PostgreSQL refused it: SQLSTATE P0001/);
    expect(marked(refused.log())).toEqual([]);
  }, 60_000);

  // At the same time, each with a server of its own, which takes long to start and to stop.
  it.concurrent.each([
    ['an error that nobody caught', 'throw error'],
    ['a rejection that nobody caught', 'void Promise.reject(error)'],
    [
      'a library that writes to the console',
      'console.error("Unexpected:", error); console.error(error.stack); console.warn(error); process.kill(process.pid)',
    ],
  ])(
    'with %s logs it without data',
    async (_, act) => {
      const details = `severity: 'ERROR', code: '22000', detail: '${MARK}', table: 'event', parameters: ['${MARK}']`;
      const error = `Object.assign(new Error('bad ${MARK}'), { ${details} })`;
      const later = `const { stdout } = process; const write = stdout.write;
      stdout.write = (...written) => {
        if (String(written[0]).includes('is running')) setTimeout(() => { const error = ${error}; ${act}; }, 100);
        return write.apply(stdout, written);
      };`;
      const env = { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(later)}"` };
      const ended = await launchServer(env);
      await ended.exited;
      expect(linesOf(ended.log()).flatMap(errorsOf)).toContainEqual(
        expect.objectContaining({ code: '22000', table: 'event' }),
      );
      expect(marked(ended.log())).toEqual([]);
    },
    60_000,
  );
});
