import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type AnyView, defineView } from '#views/define-view.js';
import { viewNamed } from '#views/registry.js';
import { cellOf, CellsOfRow, emptyValues, headlineFields } from './series-cell.js';

const dated = defineView({
  name: 'dated',
  version: 1,
  description: 'Things with a date',
  subject: 'slug',
  state: z.strictObject({ date: z.string(), status: z.string() }),
  headline: ['status', 'date'],
  on: {},
  parties: () => [],
}) as unknown as AnyView;

const says = (factDate: string, state: unknown) => ({
  factDate,
  factId: null,
  claims: [],
  disputed: [],
  uncertain: [],
  inForce: 1,
  state,
});

describe('a cell', () => {
  it('has the headline of its view, and no field twice', () => {
    expect(headlineFields(dated).map(({ field }) => field)).toEqual(['status', 'stateDate']);
    const row = { says: says('2025-05', { date: '2025-05-14', status: 'planned' }), since: '2025-05', claims: 2 };
    const values = new CellsOfRow(dated, row).at(0);
    expect(cellOf(dated, 'one', '2025-06-01', values)).toEqual({
      ...{ date: '2025-06-01', view: 'dated', subject: 'one', status: 'planned', stateDate: '2025-05-14' },
      ...{ since: '2025-05', contested: false, dateUncertain: false, claims: 2 },
    });
  });

  it('has nulls before the first fact', () => {
    expect(cellOf(dated, 'one', '2025-06-01', emptyValues(dated))).toMatchObject({ status: null, since: null });
  });

  it('follows what time alone does', () => {
    const truces = viewNamed('truces');
    if (!truces) throw new Error('there are truces');
    const state = { title: null, parties: ['USA', 'CHN'], agreedAt: '2025-05-12', extensions: [] };
    const truce = says('2025-05-12', { ...state, validUntil: '2025-08-12', status: 'in_force' });
    const cells = new CellsOfRow(truces, { says: truce, since: '2025-05-12', claims: 0 });
    const at = (day: string) => cells.at(Date.parse(`${day}T23:59:59Z`) * 1000);
    expect([at('2025-08-11'), at('2025-08-12'), at('2025-08-13')].map((cell) => [cell.headline, cell.since])).toEqual([
      [{ status: 'in_force', validUntil: '2025-08-12' }, '2025-05-12'],
      [{ status: 'in_force', validUntil: '2025-08-12' }, '2025-05-12'],
      [{ status: 'expired', validUntil: '2025-08-12' }, '2025-08-13'],
    ]);
  });
});
