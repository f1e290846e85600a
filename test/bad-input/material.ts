import type { TestServer } from '../support/server.js';
import type { Request } from './send.js';

/**
 * A case: what is wrong, the request, and its right answer, such as `422 invalid-event /data/ratePercent`. Where
 * several answers are right, each is given.
 */
export type Case = readonly [name: string, request: Request, ...answers: string[]];

export const OPEN = 'open-story';
export const CLOSED = 'closed-story';
/** The id of a recorded event. It has letters, which a request may send as capitals. */
export const RECORDED = '01920000-0000-7000-8000-00000000abcd';
export const USED_KEY = 'a-key-that-was-used';
/** A placeholder for the id of the filed article. */
export const ARTICLE = '$ARTICLE';
export const PAGE = { url: 'https://example.org/page', publisher: 'Morning Gazette' };
export const BODY = 'The envoys met on Monday. Nothing was agreed, and nothing was ruled out.';

/** A valid fact. Each case breaks it in one place. */
export const FACT = {
  type: 'TariffChanged',
  story: OPEN,
  occurredAt: '2025-04-11',
  data: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 145 },
  source: PAGE,
};

export const get = (path: string, headers?: Request['headers']): Request => ({
  method: 'GET',
  path,
  ...(headers ? { headers } : {}),
});
export const post = (path: string, body: unknown, headers?: Request['headers']): Request => ({
  method: 'POST',
  path,
  body,
  ...(headers ? { headers } : {}),
});

/** The fact with other fields, or other data. `undefined` leaves a field out. */
export const fact = (change: Record<string, unknown>): Request => post('/v1/events', { ...FACT, ...change });
export const data = (change: Record<string, unknown>): Request => fact({ data: { ...FACT.data, ...change } });

/**
 * Opens a story, closes another, files an article, and records an event under a known id and Idempotency-Key. Returns
 * the id of the article.
 */
export async function prepare(server: TestServer): Promise<string> {
  const article = {
    url: 'https://example.org/article',
    headline: 'Envoys meet',
    publisher: 'Morning Gazette',
    publishedAt: '2025-06-02',
    body: BODY,
  };
  const { id } = (await recorded(server, '/v1/articles', article)) as { id: string };
  await recorded(server, '/v1/stories', { slug: OPEN, title: 'A story that goes on' });
  await recorded(server, '/v1/stories', { slug: CLOSED, title: 'A story that is over' });
  await recorded(server, '/v1/events', { type: 'StoryClosed', story: CLOSED, occurredAt: '2025-06-01', data: {} });
  await recorded(server, '/v1/events', { ...FACT, id: RECORDED }, { 'idempotency-key': USED_KEY });
  return id;
}

async function recorded(
  server: TestServer,
  path: string,
  body: object,
  headers?: Record<string, string>,
): Promise<unknown> {
  const answer = await server.post(path, body, headers);
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}
