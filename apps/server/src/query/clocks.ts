import { z } from 'zod';
import { parseReducedDate, dateError } from '#catalogue/values/reduced-date.js';
import type { RequestedClocks, RequestedDate } from '#reader/clocks/clocks.js';

/** A `+` of an offset that was not escaped comes in as a space; nothing else in a date is one. */
const readDate = (text: string): RequestedDate | null => {
  const mended = text.replace(/ (?=\d{2}:\d{2}$)/, '+');
  const period = parseReducedDate(mended);
  return period && { text: mended, period };
};

const readPosition = (text: string): number | null => (/^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null);

const DATE_PATTERN = '\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2}))?)?)?';
/** For the document. */
const asDate = { pattern: `^${DATE_PATTERN}$` };
const asPoint = { pattern: `^(@\\d{1,15}|${DATE_PATTERN})$` };

/** A parameter read by a function that answers `null` for what it cannot read. */
const readBy = <Value>(
  read: (text: string) => Value | null,
  error: (text: string) => string,
): z.ZodType<Value, string> =>
  z.string().transform((text, context) => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: error(text) });
    return z.NEVER;
  });

export const DateParameter = readBy(readDate, dateError).meta(asDate);

/** A date, or a position of the log. */
export const RecordPointParameter = readBy<NonNullable<RequestedClocks['recordedAsOf']>>(
  (text) => {
    if (!text.startsWith('@')) return readDate(text);
    const position = readPosition(text.slice(1));
    return position === null ? null : { position };
  },
  (text) => `${dateError(text)}, or @ and a position`,
).meta(asPoint);

export const PositionParameter = readBy(readPosition, () => 'must be a position: a whole number from 0');

/** The clocks that every read takes. Each date counts whole: up to the end of the period that it names. */
export const clockParameters = {
  asOf: DateParameter.optional().meta({
    description: 'The world as of this date, inclusive: what had happened by then',
  }),
  reportedAsOf: DateParameter.optional().meta({
    description:
      'The press as of this date, inclusive: what had been published by then. A source without a date never had; what has no source always',
  }),
  recordedAsOf: RecordPointParameter.optional().meta({
    description: 'The record as of this date, inclusive, or as of a position (`@17`): what had been recorded by then',
  }),
  minPosition: PositionParameter.optional().meta({
    type: 'integer',
    minimum: 0,
    description: 'Wait until the views hold this position',
  }),
};
