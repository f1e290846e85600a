import { describe, expect, it } from '@jest/globals';
import { firstDay } from '../ui/dates.js';
import { clocksOf, clockTextError, isOpen, knownOn, withClock } from './clocks.js';
import { pastInWords, silentSince } from './past-words.js';

describe('a point of the clocks', () => {
  it('is what the address has of it', () => {
    const point = clocksOf({ asOf: '2025-08-13', recordedAsOf: '@23', type: 'TruceAgreed', reportedAsOf: '' });
    expect(point).toEqual({ asOf: '2025-08-13', recordedAsOf: '@23' });
    expect([isOpen(point), isOpen(clocksOf({ type: 'TruceAgreed' }))]).toEqual([false, true]);
  });

  it('is moved on one clock, or to what was known on a day', () => {
    const point = { asOf: '2025-08-13', recordedAsOf: '@23' };
    expect(withClock(point, 'asOf', '2025-08')).toEqual({ asOf: '2025-08', recordedAsOf: '@23' });
    expect(withClock(point, 'recordedAsOf', undefined)).toEqual({ asOf: '2025-08-13' });
    expect(knownOn(point, firstDay('2025-08-12'))).toEqual({
      asOf: '2025-08-12',
      reportedAsOf: '2025-08-12',
      recordedAsOf: '@23',
    });
  });

  it('is written as a date; on the clock of the record also as a position', () => {
    expect(clockTextError('asOf', '2025-08')).toBeNull();
    expect(clockTextError('asOf', '@23')).toContain('2025-08-12');
    expect(clockTextError('recordedAsOf', '@23')).toBeNull();
    expect(clockTextError('recordedAsOf', '@-1')).toContain('@23');
  });
});

describe('the banner', () => {
  const now = firstDay('2025-12-01');

  it.each([
    [{}, null],
    [{ asOf: '2025-05-12' }, 'The world on 12 May 2025. What was reported about it later is included.'],
    [{ reportedAsOf: '2025-05-19' }, 'By what was in print on 19 May 2025. Later reports are left out.'],
    [{ recordedAsOf: '@23' }, 'What this record said at @23. Later entries are left out.'],
    [
      { asOf: '2025-08-13', recordedAsOf: '@23' },
      '13 August 2025, as recorded at @23. New entries change nothing here.',
    ],
    [
      { asOf: '2025-08-12', reportedAsOf: '2025-08-12' },
      'What was known on 12 August 2025: later reports are left out.',
    ],
    [{ asOf: '2026-01-01' }, '1 January 2026 is ahead. Only what time alone does is shown.'],
  ])('says what %j leaves out', (point, words) => {
    expect(pastInWords(point, now)).toBe(words);
  });

  it('says that a story has been silent for long', () => {
    const fact = (occurredAt: string, retracted = false) => ({ occurredAt, retracted });
    expect(silentSince([fact('2025-10-01'), fact('2025-11-30', true)], now)).toBe('2025-10-01');
    expect(silentSince([fact('2025-11-20')], now)).toBeNull();
    expect(silentSince([], now)).toBeNull();
  });
});
