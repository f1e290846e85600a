import { z } from 'zod';
import { RecordPointParameter } from './clocks.js';
import { MAX_ITEMS } from './paging.js';
import { TextParameter } from './text-parameter.js';

/** What cursors are made of. Each bounds its values to what the lists can give out. */

/** A position of the log, or another count from 0. */
export const PositionPlace = z.int().min(0);

/** An instant in microseconds since the epoch, of the years 0001 to 9999 and the one before. */
export const InstantPlace = z
  .number()
  .min(-63_000_000_000_000_000)
  .max(254_000_000_000_000_000)
  .refine((instant) => Number.isInteger(instant));

/** A name by which a list is ordered. Half a surrogate pair is in none: PostgreSQL keeps no such text. */
export const NamePlace = TextParameter.refine((text) => !/\p{Cs}/u.test(text));

/** A moment that a column of the database holds. */
export const MomentPlace = z.iso.datetime().refine((text) => !text.startsWith('0000'));

/** A fact or a row: its date, and its position. */
export const DatedPlace = z.strictObject({ validFrom: InstantPlace, position: PositionPlace });

export const LimitPlace = z.int().min(1).max(MAX_ITEMS);

/** The record's clock as an answer told it. */
export const RecordedAsOfPlace = z
  .string()
  .refine((text) => RecordPointParameter.safeParse(text).success)
  .nullable();
