import { beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { MadeKeyBody } from '../../apps/server/src/admin/keys.schema.js';
import { eventsOf, parseCalendar } from '../http/parse-calendar.js';
import { bodyOf, openStory, PAGE, refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

const CALENDAR = '/v1/deadlines?format=ics&asOf=2025-10-26';
const BEARER = 'Bearer realm="dateline", error="invalid_token"';
const BASIC = 'Basic realm="dateline", charset="UTF-8"';

let server: TestServer;
/** Of a reader. */
let key: string;
let keyId: string;

beforeAll(async () => {
  server = await startServer({ DATELINE_PUBLIC_READ: 'false', DATELINE_TRUST_PROXY: '1' });
  await openStory(server, 'a-story');
  const truce = { truce: 'a-truce', parties: ['USA', 'CHN'], validUntil: '2025-11-10' };
  const fact = { type: 'TruceAgreed', story: 'a-story', occurredAt: '2025-08-11', data: truce, source: PAGE };
  expect((await server.post('/v1/events', fact, { prefer: 'wait=20' })).status).toBe(201);
  const made = bodyOf(MadeKeyBody, await server.post('/v1/admin/keys', { name: 'A calendar', role: 'reader' }), 201);
  [key, keyId] = [made.key, made.id];
}, 120_000);

const basic = (password: string, user = 'anybody'): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
let addresses = 0;
/** An address of its own for each request: a wrong key then blocks no other test. */
const from = (authorization: string, more: Record<string, string> = {}) => ({
  authorization,
  'x-forwarded-for': `198.51.100.${(addresses += 1)}`,
  ...more,
});

/** All headers of the refusal with this name, as they were sent. `fetch` would join them. */
function challenges(path: string, headers: Record<string, string>): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${server.url}${path}`, { headers, agent: false }, (incoming) => {
      incoming.resume();
      const { rawHeaders } = incoming;
      resolve(rawHeaders.filter((_, n) => n % 2 === 1 && /^www-authenticate$/i.test(rawHeaders[n - 1] ?? '')));
    });
    outgoing.on('error', reject).end();
  });
}

describe('HTTP Basic', () => {
  it('reads with the key as the password, whatever the user name', async () => {
    for (const user of ['anybody', '', 'münchen', 'A calendar']) {
      const answer = await server.get(CALENDAR, from(basic(key, user)));
      expect(answer.status).toBe(200);
      expect(eventsOf(parseCalendar(Buffer.from(answer.text)))).toHaveLength(1);
    }
    expect((await server.get('/v1/stories', from(basic(key)))).status).toBe(200);
    expect((await server.request('HEAD', CALENDAR, undefined, from(basic(key)))).status).toBe(200);
    expect((await server.get('/v1/session', from(basic(key)))).body).toMatchObject({ name: 'A calendar' });
  });

  it('has the rights of the key', async () => {
    const refused = await server.get('/v1/admin/keys', from(basic(key)));
    expect([refused.status, refusalOf(refused).code]).toEqual([403, 'forbidden']);
    expect((await server.get('/v1/admin/keys', from(basic(server.adminKey)))).status).toBe(200);
  });

  it('changes nothing, and opens no session', async () => {
    const story = { slug: 'by-password', title: 'By password' };
    for (const [method, path, body] of [
      ['POST', '/v1/stories', story],
      ['POST', '/v1/session', {}],
      ['DELETE', `/v1/admin/keys/${keyId}`, undefined],
    ] as const) {
      const answer = await server.request(method, path, body, from(basic(server.adminKey)));
      expect([method, path, answer.status, refusalOf(answer).code]).toEqual([method, path, 401, 'unauthenticated']);
    }
    expect((await server.get('/v1/stories/by-password')).status).toBe(404);
    expect((await server.get('/v1/stories', from(basic(key)))).status).toBe(200);
  });

  it.each(['', 'Basic', 'Basic ', 'Basic !', `Basic ${Buffer.from('no-colon').toString('base64')}`, basic('')])(
    'is refused as "%s"',
    async (authorization) => expect((await server.get(CALENDAR, from(authorization))).status).toBe(401),
  );

  it('with wrong passwords blocks the address as wrong keys do, and is counted by key', async () => {
    const address = { 'x-forwarded-for': '192.0.2.9' };
    const guess = () => server.get(CALENDAR, { ...address, authorization: basic('wrong') });
    for (let n = 0; n < 20; n += 1) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
    expect((await server.get(CALENDAR, { ...address, authorization: basic(key) })).status).toBe(429);
    expect((await server.get(CALENDAR, { ...address, authorization: `Bearer ${key}` })).status).toBe(429);
    expect((await server.get(CALENDAR, from(basic(key)))).status).toBe(200);
  });

  it('ends with its key, also while an answer lasts', async () => {
    const made = bodyOf(
      MadeKeyBody,
      await server.post('/v1/admin/keys', { name: 'To be revoked', role: 'reader' }),
      201,
    );
    const authorization = basic(made.key);
    const stream = await fetch(`${server.url}/v1/events/stream`, { headers: { authorization } });
    expect(stream.status).toBe(200);
    const ended = stream.text();
    expect((await server.request('DELETE', `/v1/admin/keys/${made.id}`)).status).toBe(204);
    await until(
      'the key is refused',
      async () => (await server.get(CALENDAR, from(authorization))).status === 401,
      10_000,
    );
    expect(await ended).toMatch(/The key was revoked/);
  });
});

describe('a refusal', () => {
  const wrong = basic('wrong');

  it.each([
    ['without a key', {}, 'Bearer realm="dateline"'],
    ['of a wrong password', { authorization: wrong }, BEARER],
    ['of a wrong key', { authorization: 'Bearer wrong' }, BEARER],
  ] as [string, Record<string, string>, string][])(
    'of a calendar offers both schemes, each in a header of its own: %s',
    async (_, headers, bearer) => {
      const { authorization = '', ...more } = from(headers['authorization'] ?? '');
      const sent = { ...more, ...(authorization !== '' && { authorization }) };
      expect(await challenges(CALENDAR, sent)).toEqual([BASIC, bearer]);
      expect(await challenges(`${CALENDAR}&story=a-story`, { ...sent, 'sec-fetch-mode': 'navigate' })).toEqual([
        BASIC,
        bearer,
      ]);
      expect(await challenges('/v1/deadlines', { ...sent, accept: 'text/calendar' })).toEqual([BASIC, bearer]);
    },
  );

  it('of anything else offers Bearer alone, so that no browser asks for a password', async () => {
    for (const path of ['/v1/deadlines', '/v1/deadlines?format=csv', '/v1/stories?format=ics', '/v1/admin/keys'])
      expect([path, await challenges(path, from(wrong, { accept: '*/*' }))]).toEqual([path, [BEARER]]);
  });

  it.each(['cors', 'same-origin', 'no-cors', 'websocket'])(
    'of a calendar that a script in a browser requests (%s) offers Bearer alone',
    async (mode) => expect(await challenges(CALENDAR, from(wrong, { 'sec-fetch-mode': mode }))).toEqual([BEARER]),
  );
});
