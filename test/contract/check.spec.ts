import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAnswer } from '../support/contract/check-answer.js';
import type { DeclaredAnswer, OpenApi, Operation } from '../support/contract/document.js';
import { Schemas } from '../support/contract/schemas.js';
import { unseen } from '../support/contract/unseen.mjs';

const text = { schema: { type: 'string' } };
const json = (schema: object): DeclaredAnswer['content'] => ({ 'application/json': { schema } });
const operation = (responses: Operation['responses']): Operation => ({ operationId: 'one', security: [], responses });
const problem = {
  description: '',
  headers: { 'X-Id': { required: true, ...text } },
  content: json({ type: 'object' }),
};

const document: OpenApi = {
  openapi: '3.1.0',
  paths: {
    '/things/{id}': {
      get: operation({
        200: {
          description: '',
          headers: { 'X-Id': { $ref: '#/components/headers/X-Id' }, Age: { schema: { type: 'integer' } } },
          content: json({ $ref: '#/components/schemas/Thing' }),
        },
        404: { $ref: '#/components/responses/not-found' },
        302: { description: '' },
      }),
    },
    '/things/all': { get: operation({ 200: { description: '', content: json({ type: 'array' }) } }) },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        properties: { name: { type: 'string' } },
        required: ['name'],
        additionalProperties: false,
      },
    },
    responses: { 'not-found': problem, 'method-not-allowed': problem },
    headers: { 'X-Id': { required: true, ...text } },
  },
};

interface Given {
  method?: string;
  path?: string;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

function faults({
  method = 'GET',
  path = '/things/7',
  status = 200,
  headers = {},
  body = { name: 'x' },
}: Given): string {
  const sent = { 'x-id': '1', 'content-type': 'application/json; charset=utf-8', ...headers };
  const map = new Map(Object.entries(sent).filter(([, value]) => value !== ''));
  const answer = { method, url: `http://127.0.0.1${path}`, status, headers: map, text: JSON.stringify(body) };
  return checkAnswer(document, new Schemas(document), answer).breaches.join('\n');
}

describe('a declared answer', () => {
  it.each<[string, Given]>([
    ['with its body', {}],
    ['with a query', { path: '/things/7?a=b' }],
    ['of HEAD', { method: 'HEAD', body: undefined }],
    ['with an optional header', { headers: { age: '7' } }],
    ['by a reference', { status: 404, body: {} }],
    ['with no body', { status: 302, headers: { 'content-type': '', 'x-id': '' } }],
    ['of a literal path before a parameter', { path: '/things/all', headers: { 'x-id': '' }, body: [] }],
    ['of an unknown path', { path: '/nothing', status: 404, body: {} }],
    ['of a method that the path does not have', { method: 'PUT', status: 405, body: {} }],
  ])('passes: %s', (_, given) => expect(faults(given)).toBe(''));
});

describe('an undeclared answer', () => {
  it.each<[string, Given, string]>([
    ['with a status', { status: 418 }, 'the status 418 is not declared'],
    ['with a field', { body: { name: 'x', more: 1 } }, 'additional properties'],
    ['without a field', { body: {} }, "required property 'name'"],
    ['with a value of another type', { body: { name: 1 } }, 'must be string'],
    ['with a header', { headers: { 'x-more': '1' } }, 'the header x-more is not declared'],
    ['without a header', { headers: { 'x-id': '' } }, 'the header x-id is missing'],
    ['with a header that is not a number', { headers: { age: 'old' } }, 'the header age is no whole number'],
    ['with a media type', { headers: { 'content-type': 'text/html' } }, 'the media type text/html is not declared'],
    ['without a body', { headers: { 'content-type': '' } }, 'a body is declared, and there is none'],
    [
      'with a body where none is declared',
      { status: 302, headers: { 'x-id': '' } },
      'the media type application/json is not declared',
    ],
    ['with a success at an unknown path', { path: '/nothing' }, 'the status 200 is not declared'],
  ])('is a breach: %s', (_, given, fault) => expect(faults(given)).toContain(fault));
});

it('finds what is declared but was not seen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-contract-'));
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
  writeFileSync(
    join(folder, 'a.seen'),
    'get /things/{id} 200\nget /things/{id} 200 application/json\nget /things/{id} 302',
  );
  writeFileSync(join(folder, 'b.seen'), 'get /things/{id} 404\nget /things/all 200');
  expect(unseen(folder)).toEqual(['get /things/{id} 200 header age', 'get /things/all 200 application/json']);
});
