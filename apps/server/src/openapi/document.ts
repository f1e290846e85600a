import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { isDeepStrictEqual } from 'node:util';
import { SESSION_COOKIE } from '../auth/credentials.js';
import { problemCodes } from '../problems/problem-codes.js';
import { answerHeaders } from './answer-headers.js';
import { Components } from './components.js';
import { declareEndpoints, OTHER_BODIES } from './endpoint.js';
import { BELOW_OPERATIONS, problemAnswer } from './standard-problems.js';

const ABOUT = `The record of running news stories. Facts are recorded as immutable events. From them follows what held
on any date, what was known on any date, and how it came about.

- **To begin**: open a story (\`POST /v1/stories\`), file an article (\`POST /v1/articles\`), record the facts that it
reports (\`POST /v1/events\`, with the types of \`GET /v1/event-types\`), and read the board
(\`GET /v1/stories/{slug}\`).
- **Dates** may be as short as they are known: \`2025\`, \`2025-08\`, \`2025-08-11\`, or an instant with an offset.
Instants in answers are in UTC.
- **Keys** are sent as \`Authorization: Bearer <key>\`. Where the server is configured for public reading, reading needs
no key. A \`GET\` also accepts the key as the password of HTTP Basic, with any user name: calendar programs can send
nothing else.
- **Unknown** fields and parameters are refused, not ignored. Each refusal is a \`Problem\`: a program can act on its
\`code\`, and its \`errors\` point to what is wrong.
- **Any request** may have an \`X-Request-Id\` (1 to 128 visible ASCII characters). \`HEAD\` is answered like \`GET\`,
without the body.
- **In addition** to what an operation declares, any path may answer with the responses \`malformed-request\`,
\`request-timeout\`, \`headers-too-large\` and \`rate-limited\`. An unknown path answers with \`not-found\`, a method
that the path does not support with \`method-not-allowed\`, and a body where none is accepted with \`too-large\` or
\`unsupported-media-type\`.`;

/** The groups of operations, in the order in which a new user needs them. */
const TAGS: Readonly<Record<string, string>> = {
  stories: 'Running stories: the board, the timeline, the changes',
  events: 'The record: events, and events about events',
  articles: 'The texts from which facts are taken',
  'event types': 'The types of events that can be recorded',
  views: 'What follows from the record, over all stories',
  access: 'Keys, and sessions of a browser',
  operating: 'Health and metrics of the server',
  admin: 'For administrators',
  about: 'This document',
};

/** The answers of an operation by status. */
type Responses = Record<string, unknown>;

interface Operation {
  parameters: unknown;
  requestBody?: { content: Record<string, unknown> };
  [OTHER_BODIES]?: Record<string, unknown>;
  responses: Responses;
  security?: unknown[];
}

/** Builds the OpenAPI 3.1 document of all routes that are declared with `Endpoint`, from the running application. */
export function buildOpenApiDocument(app: INestApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Dateline')
    .setDescription(ABOUT)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'A key with the role reader, editor or admin' },
      'key',
    )
    .addBasicAuth(
      { type: 'http', scheme: 'basic', description: 'A key as the password, with any user name. It only reads' },
      'password',
    )
    .addCookieAuth(
      SESSION_COOKIE,
      {
        type: 'apiKey',
        in: 'cookie',
        description:
          'A session opened by POST /v1/session. Other methods than GET and HEAD accept it only from pages of this ' +
          'server (Sec-Fetch-Site: same-origin, or else the Origin), with the header X-Dateline-Console: 1',
      },
      'session',
    )
    .addServer('/', 'This server')
    .build();
  declareEndpoints();
  const document = SwaggerModule.createDocument(app, config);
  const components = new Components();
  const responses: Responses = {};
  const operations = Object.values(document.paths).flatMap((path) => Object.entries(path as Record<string, Operation>));
  for (const [method, operation] of operations) {
    operation.responses = hoistResponses(components.resolve(operation.responses, 'output'), responses);
    operation.security = operation.security
      ? [...operation.security, ...(method === 'get' ? [{ password: [] }] : [])]
      : [];
  }
  for (const [, operation] of operations) {
    operation.parameters = components.resolve(operation.parameters, 'input');
    const { [OTHER_BODIES]: others, requestBody } = operation;
    delete operation[OTHER_BODIES];
    operation.requestBody = components.resolve(
      requestBody && { ...requestBody, content: { ...requestBody.content, ...others } },
      'input',
    );
  }
  for (const code of BELOW_OPERATIONS) responses[code] ??= components.resolve(problemAnswer([code]), 'output');
  document.tags = Object.entries(TAGS).map(([name, description]) => ({ name, description }));
  const parts: Record<string, Record<string, unknown>> = {
    schemas: components.schemas,
    responses,
    headers: answerHeaders,
  };
  const inOrder = Object.fromEntries(Object.entries(parts).map(([part, entries]) => [part, sorted(entries)]));
  const whole = { ...document, components: { ...document.components, ...inOrder } };
  return JSON.parse(JSON.stringify(whole)) as OpenAPIObject;
}

/**
 * Replaces an answer that many operations share with a reference to a component, named as its problem code. An answer
 * is shared where its status has a single code. This makes the document a third of its size.
 *
 * @param shared the components so far; new ones are added to it
 */
function hoistResponses(responses: Responses, shared: Responses): Responses {
  return Object.fromEntries(Object.entries(responses).map(([status, response]) => [status, hoist(response, shared)]));
}

function hoist(response: unknown, shared: Responses): unknown {
  const code = singleCodeOf(response);
  if (code === undefined) return response;
  shared[code] ??= response;
  return isDeepStrictEqual(shared[code], response) ? { $ref: `#/components/responses/${code}` } : response;
}

function singleCodeOf(response: unknown): string | undefined {
  const { description } = response as { description?: unknown };
  return Object.entries(problemCodes).find(([code, { title }]) => description === `\`${code}\`: ${title}`)?.[0];
}

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
