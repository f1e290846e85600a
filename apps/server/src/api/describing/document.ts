import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Components } from './components.js';

const ABOUT = `The record of running news stories. Facts are recorded as immutable events; what held on any date, what was known on any date, and how it came
about follow from them. Instants are RFC 3339 in UTC; dates may be as short as they are known: \`2025\`, \`2025-08\`, \`2025-08-11\`.`;

/** The OpenAPI 3.1 document of all routes that were declared with `Endpoint`. Made from the running application, so it cannot be out of date. */
export function describeApi(app: INestApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Dateline')
    .setDescription(ABOUT)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A key of the role reader, editor or admin' }, 'key')
    .addServer('/')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const components = new Components();
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path as Record<string, Operation>));
  for (const operation of operations) operation.responses = components.resolve(operation.responses, 'output');
  for (const operation of operations) {
    operation.parameters = components.resolve(operation.parameters, 'input');
    operation.requestBody = components.resolve(operation.requestBody, 'input');
  }
  document.components = { ...document.components, schemas: sorted(components.schemas) };
  return JSON.parse(JSON.stringify(document)) as OpenAPIObject;
}

interface Operation {
  parameters: unknown;
  requestBody: unknown;
  responses: unknown;
}

const sorted = <Value>(record: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
