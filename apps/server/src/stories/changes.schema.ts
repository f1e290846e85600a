import { z } from 'zod';
import { RecordPointParameter, clockParameters } from '../query/clocks.js';
import { pageParameters } from '../query/paging.js';
import { haltedField } from '../views/halted.js';
import { ClocksBody, itemsPageBody, SubjectChangedBody } from '../views/items.schema.js';

const CLOCKS = ['asOf', 'reportedAsOf', 'recordedAsOf'] as const;
export type ClockName = (typeof CLOCKS)[number];

export const ClockParameter = (clocks: readonly ClockName[], description: string) =>
  z
    .string()
    .refine((name): name is ClockName => (clocks as readonly string[]).includes(name), {
      error: `must be ${clocks.join(' or ')}`,
    })
    .optional()
    .meta({ enum: [...clocks], default: 'asOf', description });

export const ChangesQuery = z
  .strictObject({
    from: RecordPointParameter.optional().meta({ description: 'The earlier point: after this date, on the clock' }),
    to: RecordPointParameter.optional().meta({
      description: 'The later point: up to this date, inclusive; without it, all that there is',
    }),
    clock: ClockParameter(
      CLOCKS,
      'The clock that `from` and `to` are dates of; on `recordedAsOf` they can be positions (`@17`). The others are bounds',
    ),
    ...clockParameters,
    ...pageParameters,
  })
  .refine(({ from, cursor }) => from !== undefined || cursor !== undefined, { error: 'is needed', path: ['from'] });
type Asked = z.output<typeof ChangesQuery>;

/** The clock on which the two points differ. */
export const clockOf = ({ clock }: Pick<Asked, 'clock'>): ClockName => clock ?? 'asOf';

export const ChangesBody = itemsPageBody(SubjectChangedBody)
  .extend({
    from: ClocksBody,
    to: ClocksBody,
    ...haltedField,
  })
  .meta({ id: 'Changes' });
