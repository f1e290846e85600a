import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../auth/session-cookie.js';
import { answerHeaders } from './answer-headers.js';
import { Components } from './components.js';
import { OTHER_BODIES } from './endpoint.js';
import { BELOW_OPERATIONS, problemAnswer } from './standard-problems.js';
import { hoistResponses, type Responses } from './hoist-responses.js';
import { TAGS } from './tags.js';

const ABOUT = `The record of running news stories. Facts are recorded as immutable events; what held on any date, what was known on any date, and how it came
about follow from them.

- **To begin**: open a story (\`POST /v1/stories\`), file an article (\`POST /v1/articles\`), record what it says (\`POST /v1/events\`, of the types that
\`GET /v1/event-types\` has), and read the board (\`GET /v1/stories/{slug}\`).
- **Dates** may be as short as they are known: \`2025\`, \`2025-08\`, \`2025-08-11\`, or an instant with offset. Instants in answers are UTC.
- **Keys** go into \`Authorization: Bearer <key>\`. Where the server is set to be read in public, reading needs none.
- **Unknown** fields and parameters are refused, never dropped. Each refusal is a \`Problem\` whose \`code\` a program can act on and whose \`errors\` name the places.
- **Any request** may bring an \`X-Request-Id\` (1 to 128 visible ASCII characters). \`HEAD\` is answered as \`GET\` is, without the body.
- **Besides** what an operation declares, any path may answer with the responses \`malformed-request\`, \`request-timeout\`, \`headers-too-large\` and \`rate-limited\`, a path that
there is not with \`not-found\`, a method that a path lacks with \`method-not-allowed\`, and a body where none is taken with \`too-large\` or
\`unsupported-media-type\`.`;

/**
 * The OpenAPI 3.1 document of all routes that were declared with `Endpoint`. Made from the running application, so it
 * cannot be out of date.
 */
export function buildOpenApiDocument(app: INestApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Dateline')
    .setDescription(ABOUT)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A key of the role reader, editor or admin' }, 'key')
    .addCookieAuth(
      SESSION_COOKIE,
      { type: 'apiKey', in: 'cookie', description: 'A session that POST /v1/session opened: it only reads' },
      'session',
    )
    .addServer('/', 'This server')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const components = new Components();
  const responses: Responses = {};
  const operations = Object.values(document.paths).flatMap((path) => Object.entries(path as Record<string, Operation>));
  for (const [method, operation] of operations) {
    operation.responses = hoistResponses(components.resolve(operation.responses, 'output'), responses);
    operation.security = operation.security
      ? [...operation.security, ...(method === 'get' ? [{ session: [] }] : [])]
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
  const made: Record<string, Record<string, unknown>> = {
    schemas: components.schemas,
    responses,
    headers: answerHeaders,
  };
  const parts = Object.fromEntries(Object.entries(made).map(([part, entries]) => [part, sorted(entries)]));
  return JSON.parse(JSON.stringify({ ...document, components: { ...document.components, ...parts } })) as OpenAPIObject;
}

interface Operation {
  parameters: unknown;
  requestBody?: { content: Record<string, unknown> };
  [OTHER_BODIES]?: Record<string, unknown>;
  responses: Responses;
  security?: unknown[];
}

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
