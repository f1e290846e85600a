import { describe, expect, it } from '@jest/globals';
import type { JsonSchema } from '../../forms/schema/json-schema.js';
import { errorsOfMend, eventOfMend, type MendDraft, newMend, readMend } from './mend-draft.js';

const schema: JsonSchema = {
  type: 'object',
  required: ['truce', 'validUntil'],
  properties: { truce: { type: 'string' }, validUntil: { type: 'string' }, ordinal: { type: 'integer', minimum: 1 } },
};
const account = {
  occurredAt: '2025-08-11',
  certainty: 'reported',
  publishedAt: '2025-08-12',
  data: { truce: 'a-truce', validUntil: '2025-11-10', ordinal: 2 },
};
const begun = (kind: 'correct' | 'retract' | 'corroborate', change: Partial<MendDraft> = {}): MendDraft => ({
  ...newMend(kind, account),
  id: 'i',
  ...change,
});
const pointersOf = (...[kind, draft]: [Parameters<typeof errorsOfMend>[0], MendDraft]): string[] =>
  errorsOfMend(kind, draft, account, schema).map(({ pointer, detail }) => `${pointer} ${detail}`);

describe('a correction', () => {
  it('sends only the fields that change, each whole', () => {
    const draft = begun('correct', { reason: ' a misprint ', certainty: 'confirmed' });
    expect(eventOfMend('correct', 't', draft, account, schema)).toEqual({
      id: 'i',
      type: 'EventCorrected',
      data: { target: 't', certainty: 'confirmed', reason: 'a misprint' },
    });
    const values = { ...draft.values, validUntil: '2025-11-09', ordinal: '' };
    const other = begun('correct', { reason: 'a misprint', values, publishedAt: '2025-08-13' });
    expect(eventOfMend('correct', 't', other, account, schema).data).toEqual({
      target: 't',
      publishedAt: '2025-08-13',
      data: { truce: 'a-truce', validUntil: '2025-11-09' },
      reason: 'a misprint',
    });
  });

  it('needs a reason, and something that changes', () => {
    expect(pointersOf('correct', begun('correct'))).toEqual([
      '/data/data is as it was: change what is wrong',
      '/data/reason is required',
    ]);
    const wrong = begun('correct', { reason: 'x', occurredAt: 'soon', values: { truce: 'a', ordinal: '0' } });
    expect(pointersOf('correct', wrong)).toEqual([
      '/data/occurredAt must be a date such as 2025-08-12, 2025-08 or 2025',
      '/data/data/validUntil is required',
      '/data/data/ordinal must be at least 1',
    ]);
  });
});

describe('a withdrawal', () => {
  it('has a reason, and a source where one is given', () => {
    const source = {
      ...begun('retract').source,
      kind: 'web' as const,
      url: 'https://example.org/a',
      publisher: 'Wire',
    };
    expect(eventOfMend('retract', 't', begun('retract', { reason: 'twice', source }), account, schema)).toEqual({
      id: 'i',
      type: 'EventRetracted',
      data: { target: 't', reason: 'twice' },
      source: { url: 'https://example.org/a', publisher: 'Wire' },
    });
    expect(pointersOf('retract', begun('retract'))).toEqual(['/data/reason is required']);
  });
});

describe('a further account', () => {
  it('needs a source, and says what differs only where it does', () => {
    expect(pointersOf('corroborate', begun('corroborate'))).toEqual([
      '/source/url is required',
      '/source/publisher is required',
    ]);
    const source = {
      ...begun('corroborate').source,
      kind: 'article' as const,
      article: 'n',
      url: 'ignored',
      quote: 'w',
    };
    const draft = begun('corroborate', { source, occurredAt: '2025-08-10' });
    expect(eventOfMend('corroborate', 't', draft, account, schema)).toEqual({
      id: 'i',
      type: 'EventCorroborated',
      data: { target: 't' },
      source: { article: 'n', quote: 'w' },
    });
    expect(eventOfMend('corroborate', 't', { ...draft, differs: true }, account, schema).data).toEqual({
      target: 't',
      occurredAt: '2025-08-10',
    });
  });
});

it('a draft comes back from the storage, and nothing else does', () => {
  const draft = begun('correct', { version: 4 });
  expect(readMend(JSON.parse(JSON.stringify(draft)))).toEqual({ ...draft, values: draft.values });
  for (const other of [null, 3, {}, { id: 3 }]) expect(readMend(other)).toBeNull();
});
