import { expect, it } from '@jest/globals';
import { summits } from './summits.js';
import { atDate, fact, fold, recorded, specOf } from './testing/given.js';

const { given } = specOf(summits);

const of = { summit: 'asean-summit-47', name: 'ASEAN summit' };
const opened = (occurredAt: string, data: object = {}) => fact('SummitOpened', occurredAt, { ...of, ...data });
const closed = (occurredAt: string, data: object = {}) => fact('SummitClosed', occurredAt, { ...of, ...data });

const kualaLumpur = { name: 'Kuala Lumpur', country: 'MYS' } as const;
const opening = opened('2025-10-26', { edition: 47, host: 'MYS', place: kualaLumpur, until: '2025-10-28' });

it('is open with all that was reported of it', () => {
  given([opening]).then({
    title: null,
    name: 'ASEAN summit',
    edition: 47,
    host: 'MYS',
    place: kualaLumpur,
    status: 'open',
    until: '2025-10-28',
  });
  given([opened('2025-10-26')]).then({
    title: null,
    name: 'ASEAN summit',
    edition: null,
    host: null,
    place: null,
    status: 'open',
    until: null,
  });
});

it('is open through its last day, and closed from the next', () => {
  const state = fold(summits, recorded([opening]));
  expect(atDate(summits, state, '2025-10-28')).toEqual({ state, next: Date.UTC(2025, 9, 29) * 1000 });
  expect(atDate(summits, state, '2025-10-29')).toEqual({ state: { ...state, status: 'closed' }, next: null });
});

it('stays open if no source gives its last day', () => {
  given([opened('2025-10-26')])
    .when('2026')
    .thenIn({ status: 'open' });
});

it('is closed by a report, and keeps what was known', () => {
  given([opening, closed('2025-10-28', { place: { country: 'MYS' } })]).then({
    title: null,
    name: 'ASEAN summit',
    edition: 47,
    host: 'MYS',
    place: kualaLumpur,
    status: 'closed',
    until: '2025-10-28',
  });
  given([closed('2025-10-28')]).thenIn({ status: 'closed', edition: null, until: null });
});

it('opened again does not keep a last day that had passed', () => {
  given([opening, closed('2025-10-28'), opened('2025-11-20')])
    .when('2025-11-21')
    .thenIn({ status: 'open', until: null });
  given([opening, opened('2025-10-27')]).thenIn({ until: '2025-10-28' });
});

it('has its last day as a deadline', () => {
  given([opening]).thenDeadlines([{ kind: 'expires', date: '2025-10-28', what: 'summit ends', plan: null }]);
  given([opening, closed('2025-10-28')]).thenDeadlines([]);
});

it('lets sources differ on what they name', () => {
  given([opening, closed('2025-10-28')]).thenSays(
    { status: 'open', edition: 47, host: 'MYS', until: '2025-10-28', place: { name: 'Kuala Lumpur', country: 'MYS' } },
    { status: 'closed' },
  );
});

it('has its slug as its subject, and is found by its host', () => {
  given([opening]).thenSubjects(['asean-summit-47']);
  given([opening]).thenParties(['MYS']);
  given([opened('2025-10-26')]).thenParties([]);
});
