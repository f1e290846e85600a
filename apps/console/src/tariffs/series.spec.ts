import { describe, expect, it } from '@jest/globals';
import type { Schema } from '../api/client.js';
import { seriesOf, seriesToCsv } from './series.js';

type Step = Schema<'TariffsItemStep'>;

const step = (occurredAt: string, state: object, more: object = {}): Step =>
  ({
    view: 'tariffs',
    by: 'fact',
    since: occurredAt,
    lastFact: { event: `of ${occurredAt}`, occurredAt },
    contested: false,
    dateUncertain: false,
    state: { status: 'in_force', ratePercent: null, comparator: 'eq', pending: [], ...state },
    claims: [],
    ...more,
  }) as unknown as Step;

describe('the line of a tariff', () => {
  const history = [
    step('2025-02-01', { status: 'unknown' }),
    step('2025-02-04', { ratePercent: 10 }),
    step('2025-03-04', { ratePercent: 20 }),
    step('2025-03-10', { ratePercent: 20 }),
    step('2025-05-14', { status: 'suspended', ratePercent: 20 }),
    step('2025-05-14', { status: 'unknown' }, { by: 'time', since: '2025-08-13' }),
    step('2025-09-01', { status: 'lifted' }),
  ];

  it('has a step for each rate, a gap where none is known, and 0 once it is lifted', () => {
    expect(
      seriesOf('USA>CHN:all', history, undefined).steps.map(({ date, rate, event }) => [date, rate, event]),
    ).toEqual([
      ['2025-02-01', null, 'of 2025-02-01'],
      ['2025-02-04', 10, 'of 2025-02-04'],
      ['2025-03-04', 20, 'of 2025-03-04'],
      ['2025-05-14', null, 'of 2025-05-14'],
      ['2025-08-13', null, null],
      ['2025-09-01', 0, 'of 2025-09-01'],
    ]);
  });

  it('has marks for what is announced with a rate and a date, and for claims of a rate', () => {
    const item = {
      state: {
        pending: [
          { kind: 'threatened', ratePercent: 100, effectiveFrom: '2025-11-01', event: 'threat' },
          { kind: 'announced', ratePercent: null, effectiveFrom: '2025-11-01', event: 'no rate' },
        ],
      },
      claims: [{ data: { ratePercent: 157 }, occurredAt: '2025-10-26', by: 'Somebody', event: 'claim' }],
    } as unknown as Schema<'TariffsItem'>;
    expect(seriesOf('USA>CHN:all', [], item).marks.map(({ kind, rate, words }) => [kind, rate, words])).toEqual([
      ['pending', 100, 'threatened'],
      ['claimed', 157, 'says Somebody'],
    ]);
  });

  it('is a table whose texts no spreadsheet runs', () => {
    const marks = [
      { kind: 'claimed' as const, day: 1, date: '2025-10-26', rate: 157, words: 'says "A", B', event: '=1+1' },
    ];
    expect(seriesToCsv([{ subject: 'USA>CHN:all', steps: [], marks }])).toBe(
      'tariff,from,ratePercent,comparator,status,event\r\n' +
        `USA>CHN:all,2025-10-26,157,,"claimed: says ""A"", B",'=1+1\r\n`,
    );
  });
});
