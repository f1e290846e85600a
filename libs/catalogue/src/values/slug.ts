import { z } from 'zod';

const LONGEST = 100;

/** The name that events share for the thing they are about: a story, a series of talks, a truce, a measure. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case letters and digits, joined by single hyphens' })
  .max(LONGEST, { error: `must be at most ${LONGEST} characters` })
  .meta({
    id: 'Slug',
    description: 'A name of lower-case letters and digits joined by hyphens, such as us-china-trade-talks',
  });
export type Slug = z.infer<typeof Slug>;
