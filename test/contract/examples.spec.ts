import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenApi } from '../support/contract/document.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { examplesOf, type ExampleRequest } from './requests.js';

let server: TestServer;
let examples: ExampleRequest[];

/** The examples refer to the demo story. */
beforeAll(async () => {
  server = await startServer({ DATELINE_DEMO: 'true' });
  // Keys are random: the id in the document is a placeholder.
  const key = (await server.post('/v1/admin/keys', { name: 'a-key-of-the-examples', role: 'reader' })).body as {
    id: string;
  };
  await haltSubject();
  const { text: document } = await server.get('/openapi.json');
  const mine = document.replaceAll('1a2b3c4d', key.id).replaceAll('987654321', String(await addAbandonedGeneration()));
  const inOrder = examplesOf(JSON.parse(mine) as OpenApi);
  // Operations that remove something come last.
  examples = inOrder.sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));
}, 120_000);

/** A generation that a newer version of the server began and left behind. Returns its id. */
async function addAbandonedGeneration(): Promise<number> {
  const { rows } = await asOwner(server.ownerUrl, (client) =>
    client.query<{ id: number }>(
      `insert into projection (view, version, status, position, changed_at)
       values ('pacts', 1, 'building', 0, now() - interval '1 hour') returning id`,
    ),
  );
  return rows[0]?.id ?? 0;
}

/** Halts the subject of the example, from a position beyond the end of the log. */
const haltSubject = () =>
  asOwner(server.ownerUrl, (client) =>
    client.query(
      `insert into halted_subject (projection, subject, position, reason)
       select id, 'USA>CHN:all', 1000000, 'too much' from projection where view = 'tariffs' and status = 'active'`,
    ),
  );

const send = ({ method, path, body, type }: ExampleRequest, headers: Record<string, string> = {}) =>
  server.request(method, path, body === undefined ? undefined : text(body, type), {
    ...(type !== undefined && body !== undefined && { 'content-type': type }),
    ...headers,
  });

/** JSON, or NDJSON. */
const text = (body: unknown, type: string | undefined): string =>
  type === 'application/x-ndjson' && Array.isArray(body)
    ? body.map((line) => JSON.stringify(line)).join('\n')
    : JSON.stringify(body);

/** Whether the answer has no end. */
const isEndless = ({ operation }: ExampleRequest): boolean =>
  Object.values(operation.responses).some(
    (answer) =>
      'content' in answer &&
      answer.content?.['text/event-stream'] !== undefined &&
      Object.keys(answer.content).length === 1,
  );

describe('the example of each operation', () => {
  it('succeeds', async () => {
    const answers: [string, number][] = [];
    for (const one of examples.filter((example) => !isEndless(example)))
      answers.push([`${one.method} ${one.path}`, (await send(one)).status]);
    expect(answers.filter(([, status]) => status >= 400)).toEqual([]);
  });

  it('sent as HEAD is answered without a body', async () => {
    for (const one of examples.filter(({ method, ...rest }) => method === 'GET' && !isEndless({ method, ...rest }))) {
      const { status, text: body } = await send({ ...one, method: 'HEAD' });
      expect([one.path, status < 400, body]).toEqual([one.path, true, '']);
    }
  });

  it('is answered with 304 for an answer that has not changed, where the document says so', async () => {
    const conditional = examples.filter(({ operation }) => '304' in operation.responses);
    expect(conditional.length).toBeGreaterThan(10);
    for (const one of conditional) {
      const again = async () => send(one, { 'if-none-match': (await send(one)).headers.get('etag') ?? '' });
      let answer = await again();
      // What the other examples recorded may come into the views between two requests.
      for (let n = 0; n < 5 && answer.status === 200; n += 1) answer = await again();
      expect([one.path, answer.status, answer.text]).toEqual([one.path, 304, '']);
    }
  });

  it('with an endless answer begins with a message', async () => {
    const endless = examples.filter(isEndless);
    expect(endless.map(({ name }) => name)).toEqual(['followEvents']);
    for (const { path } of endless) {
      const answer = await fetch(`${server.url}${path}?after=0`, {
        headers: { authorization: `Bearer ${server.adminKey}` },
      });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('text/event-stream'),
      ]);
      const reader = answer.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
      const first = await reader?.read();
      expect(first?.value?.length).toBeGreaterThan(0);
      await reader?.cancel();
    }
  });

  it('has every path parameter, and a body where one is required', () => {
    const incomplete = examples.filter(
      ({ path, operation, body }) =>
        path.includes('no%20example') || (operation.requestBody?.required && body === undefined),
    );
    expect(incomplete.map(({ name }) => name)).toEqual([]);
  });
});
