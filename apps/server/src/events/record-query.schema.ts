import { z } from 'zod';
import { BooleanParameter } from '../query/boolean-parameter.js';

/** What a write can be asked besides. */
export const RecordQuery = z.strictObject({
  dryRun: BooleanParameter.meta({
    type: 'boolean',
    default: false,
    description: 'Only check, and tell what would become of the board: nothing is stored',
  }),
  hints: BooleanParameter.meta({
    type: 'boolean',
    default: false,
    description: 'Tell besides which facts are similar, and which subjects are new',
  }),
});
export type RecordQuery = z.output<typeof RecordQuery>;
