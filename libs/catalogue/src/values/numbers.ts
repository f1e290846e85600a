import { z } from 'zod';

const DECIMALS = 4;
const MAX_ORDINAL = 10_000;

/** A rate in percent, 0 to 10,000, at most four decimals. */
export const Percent = z
  .number()
  .min(0)
  .max(10_000)
  // JSON allows minus zero; it becomes zero.
  .overwrite((value) => value + 0)
  .refine((value) => Number(value.toFixed(DECIMALS)) === value, { error: `must have at most ${DECIMALS} decimals` })
  .meta({ id: 'Percent', description: 'A rate in percent, 0 to 10,000, at most four decimals' });
export type Percent = z.infer<typeof Percent>;

/** The number of an item in a sequence (a round, a day, an edition), from 1. */
export const Ordinal = z
  // For an unsafe integer zod's own message would name the bounds of safe integers.
  .int({
    abort: true,
    error: (issue) => (issue.code === 'invalid_type' ? undefined : `must be 1 to ${MAX_ORDINAL.toLocaleString('en')}`),
  })
  .min(1)
  .max(MAX_ORDINAL)
  .meta({ id: 'Ordinal', description: 'Which one of a sequence, from 1' });
export type Ordinal = z.infer<typeof Ordinal>;

/** A length of time in hours: more than 0, at most a year. */
export const Hours = z.number().gt(0).max(8784).meta({ id: 'Hours', description: 'A length of time in hours' });
export type Hours = z.infer<typeof Hours>;

/** How a number is meant: exactly 125, up to 125, at least, more than, about. */
export const Comparator = z
  .enum(['eq', 'up_to', 'at_least', 'more_than', 'about'])
  .meta({ id: 'Comparator', description: 'How the number is meant: exactly (eq), up to, at least, more than, about' });
export type Comparator = z.infer<typeof Comparator>;
