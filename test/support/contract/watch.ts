import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAnswer, isJson, type Seen, type Verdict } from './check-answer.js';
import { documentOf, folderOfRun, type OpenApi } from './document.js';
import { Schemas } from './schemas.js';

const breaches: string[] = [];
const seen = new Set<string>();
/** The pages of a library and those of the console, which are no part of the document. */
const FOR_BROWSERS = /^\/(admin\/queues|assets|deadlines|desk|disputes|events|items|operate|stories)(\/|$)/;

let schemas: Schemas | undefined;
const others = new Set<string>();

/** Leaves out a server of another build: its document is not that of this run. */
export const isOfAnotherBuild = (address: string): unknown => others.add(new URL(address).origin);

/** Has every answer that `fetch` brings from a server of these tests held to its OpenAPI document. */
export function watchFetch(): void {
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await plain(input, init);
    const { href: url } = new URL(input instanceof Request ? input.url : input);
    if (!response.headers.has('x-request-id') || !/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url))
      return response;
    if (FOR_BROWSERS.test(new URL(url).pathname)) return response;
    const { origin } = new URL(url);
    const document = others.has(origin) ? null : await documentOf(origin, plain);
    if (!document) return response;
    const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
    return watched(document, { method, url, status: response.status, headers: new Map(response.headers) }, response);
  };
}

/** Holds an answer to the document that came by another way than `fetch`. */
export async function watchAnswer(answer: Seen): Promise<void> {
  const document = await documentOf(new URL(answer.url).origin, globalThis.fetch);
  if (document) note(check(document, answer));
}

/** What was wrong since this was last asked. */
export const takeBreaches = (): string[] => breaches.splice(0);

/** Leaves for the end of the run what these tests have seen. */
export function keepSeen(): void {
  if (seen.size > 0) appendFileSync(join(folderOfRun(), `${randomUUID()}.seen`), [...seen].join('\n'));
}

function check(document: OpenApi, answer: Seen): Verdict {
  return checkAnswer(document, (schemas ??= new Schemas(document)), answer);
}

function note(verdict: Verdict): void {
  breaches.push(...verdict.breaches);
  for (const one of verdict.seen) seen.add(one);
}

/** Reads a JSON body to look at it, and looks at the lines of a stream as they go by. */
async function watched(document: OpenApi, answer: Seen, response: Response): Promise<Response> {
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  if (response.body === null || answer.method === 'HEAD') {
    note(check(document, answer));
    return response;
  }
  if (isJson(type)) {
    const text = await response.text();
    note(check(document, { ...answer, text }));
    return like(response, text);
  }
  const verdict = check(document, answer);
  note(verdict);
  const { schema } = verdict;
  if (type !== 'application/x-ndjson' || !schema) return response;
  return like(response, response.body.pipeThrough(lineWatch(schema, `${answer.method} ${answer.url}`)));
}

/** Of a long stream the first lines are looked at: all others are like them. */
const LINES_LOOKED_AT = 300;

function lineWatch(schema: readonly string[], what: string): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  let rest = '';
  let lines = 0;
  const look = (line: string): void => {
    const fault = line === '' ? null : (schemas?.faultOf(schema, JSON.parse(line)) ?? null);
    if (fault !== null) breaches.push(`${what}: the line ${line.slice(0, 200)} is not as declared: ${fault}`);
  };
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk);
      rest += decoder.decode(chunk, { stream: true });
      const complete = rest.split('\n');
      rest = complete.pop() ?? '';
      for (const line of complete) if ((lines += 1) <= LINES_LOOKED_AT) look(line);
    },
    flush: () => look(rest),
  });
}

function like(response: Response, body: string | ReadableStream<Uint8Array>): Response {
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}
