import { request, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TestServer } from '../support/server.js';

export interface Totals {
  imported: number;
  duplicates: number;
  position: number;
}
export interface ImportError {
  error: { line: number; code: string; detail: string; errors: { pointer: string; detail: string }[] };
}
/** A line of the answer to an import. */
export type AnswerLine = Totals | ImportError;

const NDJSON = { 'content-type': 'application/x-ndjson' };

/** Imports a text, and returns the lines of the answer. */
export async function importText(server: TestServer, text: string | Uint8Array): Promise<AnswerLine[]> {
  const answer = await server.post('/v1/events/import', text, NDJSON);
  if (answer.status !== 200) throw new Error(`import: ${answer.status} ${answer.text}`);
  return linesOf(answer.text);
}

/** Parses the lines of an answer. */
export const linesOf = <Value>(text: string): Value[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Value);

/**
 * Imports a text from a source, as fast as the server accepts it. Rejects where the connection breaks.
 *
 * @param onLine called with each line of the answer when it arrives
 */
export async function importStream(
  server: TestServer,
  source: AsyncIterable<string | Buffer>,
  onLine: (line: AnswerLine) => void = () => undefined,
): Promise<AnswerLine[]> {
  const headers = { ...NDJSON, authorization: `Bearer ${server.adminKey}` };
  const sending = request(`${server.url}/v1/events/import`, { method: 'POST', headers });
  const answering = new Promise<IncomingMessage>((resolve, reject) =>
    sending.once('response', resolve).once('error', reject),
  );
  const sent = pipeline(Readable.from(source), sending);
  // The server may answer with an error before everything is sent, and then closes the connection.
  sent.catch(() => undefined);
  const answered: AnswerLine[] = [];
  let begun = '';
  for await (const chunk of (await answering).setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (begun + chunk).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines.map((text) => JSON.parse(text) as AnswerLine)) {
      answered.push(line);
      onLine(line);
    }
  }
  return answered;
}

/** The lines of a story: its opening, and so many milestones. */
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
