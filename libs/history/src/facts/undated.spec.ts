import { describe, expect, it } from '@jest/globals';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { EventKind } from '#log/event.js';
import { factState } from '../testing/facts.js';
import type { PressTime } from './published-by.js';
import { countUndated } from './undated.js';

const { correction, retraction, corroboration } = EventKind;
const by = (date: string): PressTime => ({ reportedAsOf: periodOf(date).to - 1 });
const JUNE = by('2025-06');

const dated = { occurredAt: '2025-05-01', publishedAt: '2025-05-02' };
const undated = { occurredAt: '2025-05-01' };
const corrected = (position: number, data: object, more: object = {}) => ({
  kind: correction,
  position,
  data: { ...data, reason: 'r' },
  ...more,
});

describe('what is left out for want of a date of publication alone', () => {
  it.each([
    ['nothing of a dated report', factState(dated), 0],
    ['an account', factState(undated), 1],
    [
      'an account of one source among others',
      factState(dated, { kind: corroboration, position: 2, publisher: 'B' }),
      1,
    ],
    ['a correction of a source', factState(dated, corrected(2, { certainty: 'confirmed' })), 1],
    ['an account and its correction', factState(undated, corrected(2, { certainty: 'confirmed' })), 2],
    ['not a correction of the desk', factState(dated, corrected(2, { certainty: 'claimed' }, { publisher: null })), 0],
    ['not a correction of the publication alone', factState(dated, corrected(2, { publishedAt: '2025-05-03' })), 0],
    ['a retraction of the fact', factState(dated, { kind: retraction, position: 2 }), 1],
    ['not a retraction of the desk', factState(dated, { kind: retraction, position: 2, publisher: null }), 0],
    ['the retraction, and not the account that it withdraws', factState(undated, { kind: retraction, position: 2 }), 1],
    [
      'not an account whose publication was corrected',
      factState(undated, corrected(2, { publishedAt: '2025-05-03' })),
      0,
    ],
  ])('%s', (_, state, count) => {
    expect(countUndated(state, JUNE)).toBe(count);
  });

  it.each([
    ['before the account could have been published', factState({ occurredAt: '2025-07' }), 0],
    [
      'of a fact that is withdrawn anyway',
      factState(undated, { kind: retraction, position: 2, publishedAt: '2025-05' }),
      0,
    ],
    [
      'of an account that the same paper has replaced',
      factState(undated, { kind: corroboration, position: 2, publishedAt: '2025-05-03' }),
      0,
    ],
    [
      'that the same paper has replaced by an account that is undated too',
      factState(undated, { kind: corroboration, position: 2 }),
      1,
    ],
    [
      'of the account that a retraction without a date withdraws',
      factState(
        dated,
        { kind: corroboration, position: 2, publisher: 'B', publishedAt: '2025-05-03' },
        { kind: retraction, position: 3, on: 2 },
      ),
      1,
    ],
    [
      'of the only account that had been published, which a retraction without a date withdraws',
      factState(
        { ...dated, publishedAt: '2025-09-01' },
        { kind: corroboration, position: 2, publisher: 'B', publishedAt: '2025-05-03' },
        { kind: retraction, position: 3, on: 2 },
      ),
      1,
    ],
  ])('%s', (_, state, count) => {
    expect(countUndated(state, JUNE)).toBe(count);
  });

  it('is nothing where undated sources are included, or where the date of publication has no bound', () => {
    expect(countUndated(factState(undated), { ...JUNE, undated: 'include' })).toBe(0);
    expect(countUndated(factState(undated), { reportedAsOf: Infinity })).toBe(0);
  });
});
