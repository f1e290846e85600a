import type { TestServer } from '../support/server.js';

/** A fact of a story with a name of its own. */
export const fact = (story: string, name: string | number) => ({
  type: 'MilestoneReported',
  story,
  occurredAt: '2025-05-01',
  data: { text: `What is known as ${name} happened.` },
  source: { url: `https://example.org/${story}/${name}`, publisher: 'Morning Gazette', publishedAt: '2026-01-15' },
});

export const storiesNamed = (many: number, name = 'story'): string[] =>
  Array.from({ length: many }, (_, n) => `${name}-${n}`);

/** Records events in one request and says where the last one stands. */
export async function record(server: TestServer, events: object | object[]): Promise<number> {
  const answer = await server.post('/v1/events', events);
  if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`);
  return (answer.body as { position: number }).position;
}

/** Opens stories, all in one request. */
export const open = (server: TestServer, stories: readonly string[]): Promise<number> =>
  record(
    server,
    stories.map((story) => ({
      type: 'StoryOpened',
      story,
      occurredAt: '2025-01-01',
      data: { title: `The story ${story}` },
    })),
  );

/**
 * Facts posted one a request, so many at a time, until it is told to stop. Counts what was accepted; anything else is
 * an error.
 */
export function keepPosting(
  server: TestServer,
  stories: readonly string[],
  writers: number,
): { accepted: () => number; stop: () => Promise<void> } {
  let accepted = 0;
  let going = true;
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; going; n += 1) {
      await record(server, fact(stories[n % stories.length] ?? '', `${writer}-${n}`));
      accepted += 1;
    }
  };
  const done = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return {
    accepted: () => accepted,
    stop: async () => {
      going = false;
      await done;
    },
  };
}
