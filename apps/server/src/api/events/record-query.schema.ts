import { z } from 'zod';

const TruthParameter = z
  .string()
  .refine((text) => text === 'true' || text === 'false', { error: 'must be true or false' })
  .transform((text) => text === 'true')
  .optional();

/** What a write can be asked besides. */
export const RecordQuery = z.strictObject({
  dryRun: TruthParameter.meta({
    type: 'boolean',
    default: false,
    description: 'Only check, and tell what would become of the board: nothing is stored',
  }),
  hints: TruthParameter.meta({
    type: 'boolean',
    default: false,
    description: 'Tell besides which facts are similar, and which subjects are new',
  }),
});
export type RecordQuery = z.output<typeof RecordQuery>;
