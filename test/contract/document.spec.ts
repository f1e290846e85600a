import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { follow, type OpenApi, type Operation } from '../support/contract/document.js';
import { freshFolder, startServer } from '../support/server.js';

const root = join(import.meta.dirname, '../..');

let text: string;
let document: OpenApi;
let operations: [string, Operation][];

beforeAll(async () => {
  const server = await startServer();
  text = (await server.get('/openapi.json')).text;
  document = JSON.parse(text) as OpenApi;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
  );
}, 120_000);

it('is of version 3.1, and all its references can be resolved', () => {
  expect(document.openapi).toBe('3.1.0');
  const references = new Set([...text.matchAll(/"(#\/[^"]+)"/g)].map((match) => match[1] ?? ''));
  expect(references.size).toBeGreaterThan(0);
  for (const $ref of references) expect([$ref, follow(document, { $ref })]).toEqual([$ref, expect.any(Object)]);
});

it('passes the rules of redocly.yaml', async () => {
  const file = join(freshFolder(), 'openapi.json');
  writeFileSync(file, JSON.stringify(document, null, 1));
  const lint = promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/@redocly/cli/bin/cli.js'),
      'lint',
      file,
      '--config',
      join(root, 'redocly.yaml'),
      '--format',
      'json',
    ],
    {
      cwd: root,
      env: { PATH: process.env['PATH'], REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      maxBuffer: 2 ** 26,
    },
  );
  const { stdout } = await lint.catch((error: { stdout: string }) => error);
  const { problems } = JSON.parse(stdout) as {
    problems: { ruleId: string; message: string; location: { pointer?: string }[] }[];
  };
  expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)).toEqual([]);
}, 60_000);

describe('each operation', () => {
  it('has a unique name, and answers with problems among them', () => {
    const names = operations.map(([, operation]) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const [name, { responses }] of operations) {
      const problems = Object.entries(responses).filter(([status]) => Number(status) >= 400);
      expect([name, problems.length]).not.toEqual([name, 0]);
      for (const [, problem] of problems)
        expect(follow(document, problem).content).toEqual({
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        });
    }
  });

  it('declares the headers of each answer', () => {
    for (const [name, { responses }] of operations)
      for (const [status, answer] of Object.entries(responses))
        expect([name, status, Object.keys(follow(document, answer).headers ?? {})]).toEqual([
          name,
          status,
          expect.arrayContaining(['X-Request-Id']),
        ]);
  });

  it('declares whether it needs a key', () => {
    const open = operations.filter(([, { security }]) => security.length === 0).map(([name]) => name);
    expect(open).toEqual(
      expect.arrayContaining(['get /', 'get /openapi.json', 'get /docs', 'get /livez', 'get /readyz']),
    );
    expect(open.filter((name) => name.includes('/v1/'))).toEqual(['delete /v1/session']);
    for (const [name, { security, responses }] of operations)
      expect([name, '401' in responses]).toEqual([name, security.length > 0]);
  });
});

describe('its schemas', () => {
  it('are closed: an object declares all its fields, or the schema of further ones', () => {
    const open = openObjects(document.components.schemas, '#/components/schemas').concat(
      openObjects(document.paths, '#/paths'),
    );
    // Exceptions: the data of a correction, which depends on the type of its target; a CloudEvent, which may have
    // extensions; the OpenAPI document.
    expect(open).toEqual([
      '#/components/schemas/JsonObject',
      '#/components/schemas/NewCloudEvent',
      '#/paths//openapi.json/get/responses/200/content/application/json/schema',
      '#/paths//openapi.json/get/responses/200/content/application/vnd.oai.openapi+json/schema',
    ]);
  });

  it('have the catalogue as a union that the type discriminates', () => {
    const events = document.components.schemas['NewEvent'] as {
      oneOf: unknown[];
      discriminator: { propertyName: string; mapping: Record<string, string> };
    };
    expect([events.discriminator.propertyName, events.oneOf.length]).toEqual([
      'type',
      Object.keys(events.discriminator.mapping).length,
    ]);
    expect(Object.keys(events.discriminator.mapping)).toEqual(
      expect.arrayContaining(['StoryOpened', 'TariffChanged', 'EventRetracted']),
    );
  });
});

/** The paths of object schemas that do not declare further fields. */
function openObjects(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const schema = value as { type?: unknown; properties?: unknown; additionalProperties?: unknown };
  const inner = Object.entries(value)
    .filter(([key]) => key !== 'example' && key !== 'examples')
    .flatMap(([key, one]) => openObjects(one, `${at}/${key}`));
  const open = schema.type === 'object' && (schema.additionalProperties === undefined || isAnything(schema));
  return open ? [at, ...inner] : inner;
}

/** An object with declared fields that also allows any others. */
const isAnything = ({
  properties,
  additionalProperties,
}: {
  properties?: unknown;
  additionalProperties?: unknown;
}): boolean =>
  properties !== undefined && (additionalProperties === true || JSON.stringify(additionalProperties) === '{}');
