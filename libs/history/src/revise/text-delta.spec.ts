import { describe, expect } from '@jest/globals';
import { fc, it } from '@fast-check/jest';
import { encodeDelta, applyDelta } from './text-delta.js';

/** A text, and the same text with some parts removed, inserted or replaced. */
const edited = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('"round":1,"status":"concluded",', '"round":2,'),
      ),
      {
        maxLength: 40,
      },
    ),
    fc.array(fc.record({ at: fc.nat(50), take: fc.nat(3), put: fc.string({ unit: 'grapheme', maxLength: 80 }) }), {
      maxLength: 5,
    }),
  )
  .map(([parts, edits]) => {
    const after = [...parts];
    for (const { at, take, put } of edits) after.splice(at % (after.length + 1), take, put);
    return [parts.join(''), after.join('')] as const;
  });

describe('the delta between two texts', () => {
  it.prop([edited], { numRuns: 1000 })('gives the one text back from the other', ([other, text]) => {
    const delta = encodeDelta(other, text, Infinity);
    expect(delta).not.toBeNull();
    expect(applyDelta(other, delta ?? '')).toBe(text);
  });

  it.prop([fc.string(), fc.string(), fc.nat(200)])('is `null` where it would be too long', (other, text, most) => {
    const delta = encodeDelta(other, text, most);
    if (delta === null) expect(encodeDelta(other, text, Infinity)?.length).toBeGreaterThan(most);
    else expect(delta.length).toBeLessThanOrEqual(most);
  });

  it('is about as short as the differences, where texts differ in a few places', () => {
    const rounds = Array.from({ length: 60 }, (_, n) => ({
      round: n,
      place: { country: 'CHE' },
      status: 'concluded',
      concludedAt: `2025-05-${n}`,
    }));
    const topics = Array.from({ length: 200 }, (_, n) => `topic ${n}`);
    const state = (status: string, at: number, date: string, more: string[]): string =>
      JSON.stringify({
        status,
        round: 59,
        rounds: rounds.with(at, { ...(rounds[at] as (typeof rounds)[0]), concludedAt: date }),
        topics: [...topics, ...more],
      });
    const delta = encodeDelta(
      state('concluded', 0, '', []),
      state('under_way', 50, '2025-06-01', ['soybeans']),
      Infinity,
    );
    expect(delta?.length).toBeLessThan(250);
  });
});
