import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TestServer } from '../support/server.js';

export interface Totals {
  imported: number;
  duplicates: number;
  position: number;
}
export interface Refused {
  error: { line: number; code: string; detail: string; errors: { pointer: string; detail: string }[] };
}
export type Told = Totals | Refused;

const NDJSON = { 'content-type': 'application/x-ndjson' };

/** Imports a text; answers what was told, line by line. */
export async function importText(server: TestServer, text: string | Uint8Array): Promise<Told[]> {
  const answer = await server.post('/v1/events/import', text, NDJSON);
  if (answer.status !== 200) throw new Error(`import: ${answer.status} ${answer.text}`);
  return linesOf(answer.text);
}

/** What stands in the lines of an answer. */
export const linesOf = <Value>(text: string): Value[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Value);

/**
 * Imports what comes from a source, as fast as the server takes it; hands on what is told as it is told. Rejects where
 * the connection breaks.
 */
export async function importStream(
  server: TestServer,
  source: AsyncIterable<string | Buffer>,
  onTold: (told: Told) => void = () => undefined,
): Promise<Told[]> {
  const headers = { ...NDJSON, authorization: `Bearer ${server.adminKey}` };
  const sending = request(`${server.url}/v1/events/import`, { method: 'POST', headers });
  const answering = new Promise<IncomingMessage>((resolve, reject) =>
    sending.once('response', resolve).once('error', reject),
  );
  const sent = pipeline(Readable.from(source), sending);
  // The server may have said why before all is sent, and then takes no more.
  sent.catch(() => undefined);
  const told: Told[] = [];
  let begun = '';
  for await (const piece of (await answering).setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (begun + piece).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines.map((text) => JSON.parse(text) as Told)) {
      told.push(line);
      onTold(line);
    }
  }
  return told;
}

/** Lines of one story: its opening, and then so many milestones. */
export function storyLines(story: string, count: number): string[] {
  const opening = { type: 'StoryOpened', story, occurredAt: '2025-01-01', data: { title: `The story ${story}` } };
  return [JSON.stringify(opening), ...Array.from({ length: count }, (_, n) => milestone(story, n))];
}

export const milestone = (story: string, n: number, more: object = {}): string =>
  JSON.stringify({
    type: 'MilestoneReported',
    story,
    occurredAt: new Date(Date.UTC(2000, 0, 1 + (n % 9000))).toISOString().slice(0, 10),
    data: { text: `Milestone number ${n} of the story.` },
    source: { url: 'https://example.org/page', publisher: 'A paper' },
    ...more,
  });
