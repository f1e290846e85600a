import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { check } from '../problems.js';
import { refined } from './refined.js';

const Span = refined(
  z.strictObject({ from: z.string().optional(), to: z.string().optional(), note: z.string().trim().optional() }),
  { check: ({ from, to }) => from !== undefined || to !== undefined, error: 'must have an end', path: ['from'] },
  { check: ({ to, note }) => to === undefined || note !== undefined, error: 'needs a note' },
).register(z.globalRegistry, { minProperties: 1 });

describe('an object with rules between its fields', () => {
  it('is parsed like a plain object if it keeps the rules', () => {
    expect(check(Span, { to: 'May', note: ' a plan ' })).toEqual({ ok: true, value: { to: 'May', note: 'a plan' } });
    expect(Span.parse({ from: 'May' })).toEqual({ from: 'May' });
  });

  it('reports each rule that is broken', () => {
    expect(check(Span, {})).toEqual({ ok: false, errors: [{ pointer: '/from', detail: 'must have an end' }] });
    expect(check(Span, { to: 'May' })).toEqual({ ok: false, errors: [{ pointer: '', detail: 'needs a note' }] });
  });

  it('reports broken rules together with invalid fields', () => {
    expect(check(Span, { note: 3, other: true })).toMatchObject({
      ok: false,
      errors: [{ pointer: '/note' }, { pointer: '/other' }, { pointer: '/from', detail: 'must have an end' }],
    });
  });

  it('does not run the rules on anything but an object', () => {
    for (const value of [null, 'a text', ['a list'], undefined])
      expect(check(Span, value)).toMatchObject({ ok: false, errors: [{ pointer: '' }] });
  });

  it('can be a field of another object, described and optional', () => {
    const Plan = z.strictObject({ span: Span.describe('When').optional() });
    expect(check(Plan, { span: {} })).toEqual({
      ok: false,
      errors: [{ pointer: '/span/from', detail: 'must have an end' }],
    });
    expect(check(Plan, {})).toEqual({ ok: true, value: {} });
    expect(z.toJSONSchema(Plan)).toMatchObject({
      properties: { span: { description: 'When', minProperties: 1, additionalProperties: false } },
    });
  });
});
