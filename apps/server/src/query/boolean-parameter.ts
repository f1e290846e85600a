import { z } from 'zod';

/** `true` or `false`, where it is given. */
export const BooleanParameter = z
  .string()
  .refine((text) => text === 'true' || text === 'false', { error: 'must be true or false' })
  .transform((text) => text === 'true')
  .optional();
