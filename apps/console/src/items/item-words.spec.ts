import { describe, expect, it } from '@jest/globals';
import type { AnyItem } from '../api/client.js';
import { claimInWords, fieldInWords, itemInWords, itemTitle, valueInWords, viewInWords } from './item-words.js';

const item = (view: string, subject: string, state: object | null): AnyItem =>
  ({ view, subject, state }) as unknown as AnyItem;
const tariff = (more: object) => ({
  status: 'in_force',
  ratePercent: 30,
  comparator: 'eq',
  basis: null,
  previousRatePercent: null,
  until: null,
  pending: [],
  ...more,
});

describe('an item in words', () => {
  it('of a tariff has its rate, what it was, and what is due', () => {
    const pending = [
      {
        kind: 'threatened',
        ratePercent: 100,
        effectiveFrom: '2025-11-01',
        condition: 'unless …',
        due: true,
        event: 'e',
      },
    ];
    expect(
      itemInWords(item('tariffs', 'USA>CHN:all', tariff({ basis: 'cumulative', previousRatePercent: 145, pending }))),
    ).toEqual({
      title: 'US → China',
      value: '30%',
      details: ['cumulative, was 145%'],
      pending: [
        { event: 'e', text: '100% threatened from 1 November 2025 unless …, due; not reported to be in force' },
      ],
    });
    expect(itemInWords(item('tariffs', 'CHN>USA:all', tariff({ ratePercent: 125, comparator: 'up_to' }))).value).toBe(
      'up to 125%',
    );
    expect(
      itemInWords(item('tariffs', 'USA>CHN:section-232-steel', tariff({ status: 'unknown', until: '2025-08-12' }))),
    ).toMatchObject({
      title: 'US → China: section 232 steel',
      value: 'not known',
      details: ['last known rate 30%', 'its suspension ended 12 August 2025'],
    });
  });

  it.each([
    ['in_force', '2025-11-10', 'in force until 10 November 2025'],
    ['in_force', null, 'in force'],
    ['expired', '2025-11-10', 'run out'],
    ['broken', '2025-11-10', 'broken'],
  ])('of a truce that is %s until %s', (status, validUntil, value) => {
    const state = { title: null, status, validUntil, agreedAt: '2025-05-12', extensions: [], parties: [] };
    expect(itemInWords(item('truces', 'us-china-tariff-truce', state))).toMatchObject({
      title: 'US-China tariff truce',
      value,
    });
  });

  it('without a state is only claimed', () => {
    expect(itemInWords(item('deals', 'us-korea-tariff-deal', null))).toMatchObject({
      title: 'US-Korea tariff deal',
      value: 'only claimed',
    });
  });

  it('of a view without words of its own has its plain fields', () => {
    expect(
      itemInWords(
        item('ceremonies', 'some-ceremony', { status: 'held_again', guests: 12, onDate: '2025-08', list: [] }),
      ),
    ).toMatchObject({ value: 'held again', details: ['guests: 12', 'on date: August 2025'] });
  });

  it('has the title that facts give it', () => {
    expect(itemTitle('talks', 'any-slug', { title: 'General Border Committee' })).toBe('General Border Committee');
    expect(itemTitle('restrictions', 'us-port-fees', null)).toBe('US port fees');
    expect(itemTitle('meetings', 'trump-xi-2025-10', null)).toBe('Trump-Xi meeting');
  });
});

it('values, fields and views are told in words', () => {
  expect(valueInWords({ name: 'Geneva', country: null })).toBe('name Geneva');
  expect([valueInWords('in_force'), valueInWords('2025-08'), valueInWords(30), valueInWords(null)]).toEqual([
    'in force',
    'August 2025',
    '30',
    'none',
  ]);
  expect(valueInWords(['a', 'b'])).toBe('a, b');
  expect([fieldInWords('validUntil'), viewInWords('truces')]).toEqual(['valid until', 'Truces']);
  expect(claimInWords('tariffs', { ratePercent: 157 })).toBe('157%');
  expect(claimInWords('truces', { validUntil: '2025-11-10' })).toBe('until 10 November 2025');
  expect(claimInWords('deals', { status: 'near_final' })).toBe('near final');
  expect(claimInWords('deals', {})).toBe('something else');
});
