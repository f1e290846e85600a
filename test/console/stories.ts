import type { TestServer } from '../support/server.js';

/** A story, an article and a quote that are full of markup. */
export const MARKUP = {
  story: 'markup',
  title: '<img src="x" onerror="window.attacked = 1"> & <b>bold</b>',
  quote: '<script>window.attacked = 2</script> said “no” 🎉',
  body: 'A line.\nThen somebody <script>window.attacked = 2</script> said “no” 🎉, and <b>left</b>.',
} as const;

/** Records them. @returns the id of the event with the quote */
export async function recordMarkup(server: TestServer): Promise<string> {
  const { story, title, quote, body } = MARKUP;
  await created(server, '/v1/stories', { slug: story, title, parties: ['USA'], topics: ['tests'] });
  const { id } = await created(server, '/v1/articles', {
    url: 'https://example.org/markup',
    headline: title,
    publisher: '<i>Wire</i>',
    publishedAt: '2025-10-01',
    language: 'en',
    body,
  });
  const event = {
    id: '4f7f2a0e-3f59-4f0f-9c1d-5b1a7a0b7c11',
    type: 'MilestoneReported',
    story,
    occurredAt: '2025-10-01',
    data: { text: '<b>Something</b> happened.', parties: ['USA'] },
    source: { article: id, quote },
  };
  await created(server, '/v1/events', event);
  return event.id;
}

/** Two papers that disagree about the last day of a truce. */
export const DISPUTED = {
  story: 'disputed-truce',
  values: ['10 November 2025', '9 November 2025'],
  publishers: ['Harbour Wire', 'Morning Ledger'],
} as const;

export async function recordDispute(server: TestServer): Promise<void> {
  const { story } = DISPUTED;
  await created(server, '/v1/stories', { slug: story, title: 'A truce', parties: ['USA', 'CHN'], topics: ['tests'] });
  const account = (publisher: string, validUntil: string) => ({
    type: 'TruceAgreed',
    story,
    occurredAt: '2025-08-11',
    data: { truce: 'test-truce', parties: ['USA', 'CHN'], validUntil },
    source: { url: `https://example.org/${validUntil}`, publisher, publishedAt: '2025-08-12' },
  });
  const [first, second] = DISPUTED.publishers;
  await created(server, '/v1/events', account(first, '2025-11-10'));
  await created(server, '/v1/events', account(second, '2025-11-09'));
}

/** Extends that truce. */
export async function recordExtension(server: TestServer): Promise<void> {
  await created(server, '/v1/events', {
    type: 'TruceExtended',
    story: DISPUTED.story,
    occurredAt: '2025-11-01',
    data: { truce: 'test-truce', validUntil: '2099-12-12' },
    source: { url: 'https://example.org/extended', publisher: 'Harbour Wire', publishedAt: '2025-11-01' },
  });
}

/** Waits until the views have it. @throws with the server's problem where it is refused */
async function created(server: TestServer, path: string, body: object): Promise<{ id: string }> {
  const answer = await server.post(path, body, { prefer: 'wait=5' });
  if (answer.status !== 201) throw new Error(`${path} was answered with ${answer.status}: ${answer.text}`);
  return answer.body as { id: string };
}
