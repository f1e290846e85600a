import type { TestServer } from '../support/server.js';

/** A fact of a story, with a name that distinguishes it. */
export const fact = (story: string, name: string | number) => ({
  type: 'MilestoneReported',
  story,
  occurredAt: '2025-05-01',
  data: { text: `What is known as ${name} happened.` },
  source: { url: `https://example.org/${story}/${name}`, publisher: 'Morning Gazette', publishedAt: '2026-01-15' },
});

export const storyNames = (count: number, name = 'story'): string[] =>
  Array.from({ length: count }, (_, n) => `${name}-${n}`);

/** Records events in one request, and returns the position of the last one. */
export async function record(server: TestServer, events: object | object[]): Promise<number> {
  const answer = await server.post('/v1/events', events);
  if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`);
  return (answer.body as { position: number }).position;
}

/** Opens stories in one request. */
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
 * Posts facts until `stop`, one per request, with so many writers at a time. Counts the accepted facts; any other
 * answer is an error.
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
