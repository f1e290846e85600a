import { dateError, parseReducedDate } from '#catalogue/values/reduced-date.js';
import type { RequestedClocks, RequestedDate } from '#reader/clocks/clocks.js';
import { z } from 'zod';

/** `true` or `false`. */
export const BooleanParameter = z
  .string()
  .refine((text) => text === 'true' || text === 'false', { error: 'must be true or false' })
  .transform((text) => text === 'true')
  .optional();

/**
 * A text by which a list is filtered. One that matches nothing gives an empty list. PostgreSQL accepts no text that
 * contains NUL.
 */
export const TextParameter = z.string().refine((text) => !text.includes('\u0000'), { error: 'must not contain NUL' });

/** An unescaped `+` of an offset arrives as a space. A date has no other space. */
const parseDate = (text: string): RequestedDate | null => {
  const mended = text.replace(/ (?=\d{2}:\d{2}$)/, '+');
  const period = parseReducedDate(mended);
  return period && { text: mended, period };
};

const parsePosition = (text: string): number | null => (/^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null);

/** Patterns for the OpenAPI document. */
const DATE_PATTERN = '\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2}))?)?)?';
const asDate = { pattern: `^${DATE_PATTERN}$` };
const asPoint = { pattern: `^(@\\d{1,15}|${DATE_PATTERN})$` };

/** A parameter that a function parses; `null` from that function means that the text is refused. */
const parsedBy = <Value>(
  parse: (text: string) => Value | null,
  error: (text: string) => string,
): z.ZodType<Value, string> =>
  z.string().transform((text, context) => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: error(text) });
    return z.NEVER;
  });

export const DateParameter = parsedBy(parseDate, dateError).meta(asDate);

/** Some dates, separated by commas. @param most how many */
export const DatesParameter = (most: number) =>
  z
    .string({ error: 'is required' })
    .transform((text, context): RequestedDate[] => {
      const given = text.split(',', most + 1);
      const wrong = given.find((one) => parseDate(one) === null);
      const problem =
        given.length > most ? `has more than ${most} dates` : wrong === undefined ? null : dateError(wrong);
      if (problem === null) return given.flatMap((one) => parseDate(one) ?? []);
      context.addIssue({ code: 'custom', message: problem });
      return z.NEVER;
    })
    .meta({ pattern: `^${DATE_PATTERN}(,${DATE_PATTERN}){0,${most - 1}}$` });

/** A date, or a position of the log. */
export const RecordPointParameter = parsedBy<NonNullable<RequestedClocks['recordedAsOf']>>(
  (text) => {
    if (!text.startsWith('@')) return parseDate(text);
    const position = parsePosition(text.slice(1));
    return position === null ? null : { position };
  },
  (text) => `${dateError(text)}, or @ and a position`,
).meta(asPoint);

export const PositionParameter = parsedBy(parsePosition, () => 'must be a position: a whole number from 0');

/** The clocks of every read. A date stands for the end of the period that it names. */
export const clockParameters = {
  asOf: DateParameter.optional().meta({
    description: 'Valid time: only what had happened by the end of this date',
  }),
  reportedAsOf: DateParameter.optional().meta({
    description:
      'Publication: only what had been published by the end of this date. A source without a date never counts; ' +
      'a fact without a source always does',
  }),
  knownOn: DateParameter.optional().meta({
    description:
      'What was known on this date: stands for both `asOf` and `reportedAsOf`, and cannot be given with either. ' +
      '`recordedAsOf` can be given too',
  }),
  undated: z
    .string()
    .refine((value): value is 'include' => value === 'include', { error: 'must be include' })
    .optional()
    .meta({
      enum: ['include'],
      description:
        'On the clock of publication: an account whose source has no date counts from the end of the date of its ' +
        'fact, a correction or retraction with such a source wherever its target does',
    }),
  recordedAsOf: RecordPointParameter.optional().meta({
    description:
      'System time: only what had been recorded by the end of this date, or up to this position of the log (`@17`)',
  }),
  minPosition: PositionParameter.optional().meta({
    type: 'integer',
    minimum: 0,
    description: 'Wait until the views have reached this position',
  }),
};

export const MAX_ITEMS = 200;
export const DEFAULT_ITEMS = 50;

/** The parameters of a list. */
export const pageParameters = {
  limit: z
    .string()
    .refine((text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MAX_ITEMS, {
      error: `must be a whole number from 1 to ${MAX_ITEMS}`,
    })
    .transform(Number)
    .optional()
    .meta({
      type: 'integer',
      minimum: 1,
      maximum: MAX_ITEMS,
      default: DEFAULT_ITEMS,
      description: 'The largest number of items',
    }),
  cursor: z
    .string()
    .max(4096)
    .optional()
    .meta({ description: 'The `next` of a page: continues after that page, at the same point of the record' }),
};

/** The parts of cursors. Each schema accepts only values that a list can issue. */

/** A position of the log, or another count from 0. */
export const PositionPlace = z.int().min(0);

/** An instant in microseconds since the epoch, in the years 0000 to 9999. */
export const InstantPlace = z
  .number()
  .min(-63_000_000_000_000_000)
  .max(254_000_000_000_000_000)
  .refine((instant) => Number.isInteger(instant));

/** A name by which a list is ordered. PostgreSQL stores no text with half a surrogate pair. */
export const NamePlace = TextParameter.refine((text) => !/\p{Cs}/u.test(text));

/** An instant in a timestamp column. */
export const MomentPlace = z.iso.datetime().refine((text) => !text.startsWith('0000'));

/** A fact or a row: the date from which it holds, and its position. */
export const DatedPlace = z.strictObject({ validFrom: InstantPlace, position: PositionPlace });

export const LimitPlace = z.int().min(1).max(MAX_ITEMS);

/** `recordedAsOf` as an answer shows it. */
export const RecordedAsOfPlace = z
  .string()
  .refine((text) => RecordPointParameter.safeParse(text).success)
  .nullable();
