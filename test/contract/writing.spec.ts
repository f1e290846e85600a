import { beforeAll, expect, it } from '@jest/globals';
import { startServer, type Answer, type TestServer } from '../support/server.js';

const source = { url: 'https://example.org/page', publisher: 'Morning Gazette' };
const fact = {
  id: '01920000-0000-7000-8000-000000000001',
  type: 'TariffChanged',
  story: 'a-story',
  occurredAt: '2025-04-11',
  data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 145 },
  source,
};
const about = [
  ['correction', { certainty: 'confirmed', reason: 'The order was published.' }],
  ['corroboration', { source: { ...source, publisher: 'Evening Post' } }],
  ['retraction', { reason: 'Recorded twice.' }],
] as const;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await server.post('/v1/stories', { slug: fact.story, title: 'A story' });
  expect((await server.post('/v1/events', fact)).status).toBe(201);
});

const outcome = ({ status, headers }: Answer) => [
  status,
  headers.get('idempotency-replayed'),
  headers.get('preference-applied'),
];

it('an event that was stored before is answered with 200, also under its Idempotency-Key, after the wait', async () => {
  const headers = { 'idempotency-key': 'stored-before', prefer: 'wait=10' };
  expect(outcome(await server.post('/v1/events', fact, headers))).toEqual([200, null, 'wait=10']);
  const again = await server.post('/v1/events', fact, headers);
  expect(again.status).toBe(200);
  expect(again.headers.get('preference-applied')).toBe('wait=10');
});

it.each(about)('a %s has a dry run, If-Match and an Idempotency-Key', async (what, body) => {
  const path = `/v1/events/${fact.id}/${what}`;
  expect(outcome(await server.post(`${path}?dryRun=true`, body))).toEqual([200, null, null]);
  expect((await server.post(path, body, { 'if-match': '"99"' })).status).toBe(412);
  const headers = { 'idempotency-key': `one ${what}`, prefer: 'wait=10' };
  expect(outcome(await server.post(path, body, headers))).toEqual([201, null, 'wait=10']);
  expect(outcome(await server.post(path, body, headers))).toEqual([201, 'true', 'wait=10']);
});

it('If-Match fails for a story that is being opened, which has no version', async () => {
  expect((await server.post('/v1/stories', { slug: 'another', title: 'Another' }, { 'if-match': '"7"' })).status).toBe(
    412,
  );
});

it('the text of an article is not erased without a reason', async () => {
  const filed = await server.post('/v1/articles', {
    url: source.url,
    headline: 'A page',
    publisher: source.publisher,
    body: 'The envoys met.',
  });
  const { id } = filed.body as { id: string };
  expect((await server.request('DELETE', `/v1/admin/articles/${id}/body`, {})).status).toBe(422);
});
