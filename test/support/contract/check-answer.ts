import { follow, operationOf, type DeclaredAnswer, type OpenApi } from './document.js';
import type { Schemas } from './schemas.js';

/** What came back, and for what. */
export interface Seen {
  method: string;
  url: string;
  status: number;
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>;
  /** The body; undefined where it is not looked at here, as of a stream. */
  text?: string | undefined;
}

export interface Verdict {
  breaches: string[];
  /** What of the document was seen: `get /v1/stories 200`, with its media type, and with each header. */
  seen: string[];
  /** Where the schema of the body stands in the document. */
  schema?: readonly string[];
}

/** Of the connection, not of the answer; and the media type, which is compared with the content that is declared. */
const OF_TRANSPORT = new Set([
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
]);

/** What any path may answer with, as the document says in words. */
const BELOW = {
  400: 'malformed-request',
  408: 'request-timeout',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'rate-limited',
  431: 'headers-too-large',
} as const;

/** Holds an answer to the document: its status, its headers, its media type, its body. */
export function checkAnswer(document: OpenApi, schemas: Schemas, answer: Seen): Verdict {
  const { method, url, status } = answer;
  const found = operationOf(document, method, url);
  const where = found?.operation ? `${found.method} ${found.path} ${status}` : `${status} below operations`;
  const declared = declaredAnswer(document, found, status);
  if (!declared) return { breaches: [`${method} ${url}: the status ${status} is not declared`], seen: [] };
  const { steps } = declared;
  const content = declared.answer.content ?? {};
  const type = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const breaches = headerFaults(document, declared.answer, answer);
  const seen = [where, ...[...answer.headers.keys()].map((name) => `${where} header ${name}`)];
  let schema: readonly string[] | undefined;
  if (method === 'HEAD' || type === undefined) {
    if (method !== 'HEAD' && Object.keys(content).length > 0) breaches.push('a body is declared, and there is none');
  } else if (content[type] === undefined) {
    breaches.push(`the media type ${type} is not declared`);
  } else {
    seen.push(`${where} ${type}`);
    if (content[type].schema !== undefined) schema = [...steps, 'content', type, 'schema'];
    if (schema && isJson(type) && answer.text !== undefined) {
      const fault = schemas.faultOf(schema, JSON.parse(answer.text));
      if (fault !== null) breaches.push(`the body is not as declared: ${fault}`);
    }
  }
  return {
    breaches: breaches.map((breach) => `${method} ${url} ${status}: ${breach}`),
    seen,
    ...(schema && { schema }),
  };
}

export const isJson = (type: string): boolean => /^application\/([\w.-]+\+)?json$/.test(type);

interface Declared {
  answer: DeclaredAnswer;
  steps: readonly string[];
}

function declaredAnswer(document: OpenApi, found: ReturnType<typeof operationOf>, status: number): Declared | null {
  if (found?.operation) {
    const declared = found.operation.responses[status];
    if (declared && '$ref' in declared)
      return { answer: follow<DeclaredAnswer>(document, declared), steps: declared.$ref.slice(2).split('/') };
    if (declared) return { answer: declared, steps: ['paths', found.path, found.method, 'responses', String(status)] };
  }
  const below = status in BELOW ? BELOW[status as keyof typeof BELOW] : undefined;
  const name =
    below ??
    (!found?.operation && status === 404
      ? 'not-found'
      : found && !found.operation && status === 405
        ? 'method-not-allowed'
        : null);
  const answer = name === null ? undefined : document.components.responses[name];
  return answer && name !== null ? { answer, steps: ['components', 'responses', name] } : null;
}

function headerFaults(document: OpenApi, declared: DeclaredAnswer, { headers }: Seen): string[] {
  const known = new Map(
    Object.entries(declared.headers ?? {}).map(([name, header]) => [name.toLowerCase(), follow(document, header)]),
  );
  const undeclared = [...headers.keys()].filter((name) => !known.has(name) && !OF_TRANSPORT.has(name));
  const missing = [...known]
    .filter(([name, { required }]) => required === true && !headers.has(name))
    .map(([name]) => name);
  const wrong = [...known].filter(
    ([name, { schema }]) => schema.type === 'integer' && !/^\d+$/.test(headers.get(name) ?? '0'),
  );
  return [
    ...undeclared.map((name) => `the header ${name} is not declared`),
    ...missing.map((name) => `the header ${name} is missing`),
    ...wrong.map(([name]) => `the header ${name} is no whole number`),
  ];
}
