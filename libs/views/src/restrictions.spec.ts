import { expect, it } from '@jest/globals';
import { restrictions } from './restrictions.js';
import { atDate, fact, fold, recorded, specOf } from './testing/given.js';

const { given } = specOf(restrictions);

const restriction = 'rare-earth-export-controls';
const of = { restriction, imposedBy: 'CHN', appliesTo: 'WORLD', kind: 'export_control' } as const;
const imposed = (occurredAt: string, data: object = {}) => fact('RestrictionImposed', occurredAt, { ...of, ...data });
const suspended = (occurredAt: string, data: object = {}) =>
  fact('RestrictionSuspended', occurredAt, { restriction, ...data });
const lifted = (occurredAt: string, data: object = {}) =>
  fact('RestrictionLifted', occurredAt, { restriction, ...data });

it('is in force from when it was imposed', () => {
  given([imposed('2025-10-09', { goods: ['rare earths', 'magnets'] })]).then({
    title: null,
    imposedBy: 'CHN',
    appliesTo: 'WORLD',
    kind: 'export_control',
    goods: ['rare earths', 'magnets'],
    status: 'in_force',
    until: null,
  });
});

it('keeps what it covers when it is suspended or lifted by name alone', () => {
  const steps = [
    imposed('2025-10-09', { goods: ['rare earths'] }),
    suspended('2025-11-07', { until: '2026-11-10' }),
    lifted('2026-01-15'),
  ];
  const known = {
    title: null,
    imposedBy: 'CHN' as const,
    appliesTo: 'WORLD' as const,
    kind: 'export_control' as const,
    goods: ['rare earths'],
  };
  given(steps.slice(0, 2)).then({ ...known, status: 'suspended', until: '2026-11-10' });
  given(steps).then({ ...known, status: 'lifted', until: null });
});

it('may be known only by its lifting', () => {
  given([lifted('2026-01-15')]).then({
    title: null,
    imposedBy: null,
    appliesTo: null,
    kind: null,
    goods: [],
    status: 'lifted',
    until: null,
  });
});

it.each([imposed, suspended, lifted])('is unknown once its end has passed', (factOf) => {
  const state = fold(restrictions, recorded([factOf('2025-11-07', { until: '2026-11-10' })]));
  expect(atDate(restrictions, state, '2026-11-10')).toEqual({ state, next: Date.UTC(2026, 10, 11) * 1000 });
  expect(atDate(restrictions, state, '2026-11-11')).toEqual({ state: { ...state, status: 'unknown' }, next: null });
});

it('never runs out without an end', () => {
  given([imposed('2025-10-09')])
    .when('2099')
    .thenIn({ status: 'in_force' });
  given([imposed('2025-10-09')]).thenDeadlines([]);
});

it('has its end as a deadline', () => {
  const until = { until: '2026-11-10' };
  given([imposed('2025-10-09', until)]).thenDeadlines([
    { kind: 'expires', date: '2026-11-10', what: 'restriction runs out', plan: null },
  ]);
  given([suspended('2025-11-07', until)]).thenDeadlines([
    { kind: 'expires', date: '2026-11-10', what: 'suspension ends', plan: null },
  ]);
  given([lifted('2025-11-07', until)]).thenDeadlines([
    { kind: 'expires', date: '2026-11-10', what: 'lift ends', plan: null },
  ]);
});

it('lets sources differ on its status and its end', () => {
  given([imposed('2025-10-09'), suspended('2025-11-07', { until: '2026-11-10' })]).thenSays(
    { status: 'in_force', until: null },
    { status: 'suspended', until: '2026-11-10' },
  );
});

it('has its slug as its subject, and is found by its known parties', () => {
  given([imposed('2025-10-09')]).thenSubjects([restriction]);
  given([imposed('2025-10-09')]).thenParties(['CHN', 'WORLD']);
  given([lifted('2025-10-09', { imposedBy: 'CHN' })]).thenParties(['CHN']);
});
