import { z } from 'zod';
import { ClocksBody, itemsPageBody } from '../query/page.js';
import { clockParameters, pageParameters, RecordPointParameter, TextParameter } from '../query/parameters.js';
import { ViewsParameter } from '../query/words.js';
import { haltedField } from '../views/halted.js';
import { SubjectChangedBody } from '../views/views.schema.js';

export const CLOCKS = ['asOf', 'reportedAsOf', 'recordedAsOf'] as const;
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
    from: RecordPointParameter.optional().meta({
      description: 'The earlier point: changes after this date, on the clock',
    }),
    to: RecordPointParameter.optional().meta({
      description: 'The later point: changes up to this date, inclusive; without it, up to the end',
    }),
    clock: ClockParameter(
      CLOCKS,
      'The clock of `from` and `to`. On `recordedAsOf` they can be positions (`@17`). The other clocks are bounds',
    ),
    view: ViewsParameter('Subjects of this view'),
    ...clockParameters,
    ...pageParameters,
  })
  .refine(({ from, cursor }) => from !== undefined || cursor !== undefined, { error: 'is required', path: ['from'] });

export const AllChangesQuery = ChangesQuery.safeExtend({
  story: TextParameter.optional().meta({ description: 'Subjects of this story' }),
});
type Query = z.output<typeof ChangesQuery>;

/** The clock on which the two points differ. */
export const clockOf = ({ clock }: Pick<Query, 'clock'>): ClockName => clock ?? 'asOf';

export const ChangesBody = itemsPageBody(SubjectChangedBody)
  .extend({
    from: ClocksBody,
    to: ClocksBody,
    ...haltedField,
  })
  .meta({ id: 'Changes' });
