import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { SERIES_CLOCKS } from '#reader/series/read-series.js';
import { headlineFields } from '#reader/series/series-cell.js';
import { STEPS } from '#reader/series/series-dates.js';
import type { AnyView } from '#views/define-view.js';
import { views } from '#views/registry.js';
import { z } from 'zod';
import { type Column, columnsOfPaths } from '../http/csv.js';
import { repeatable } from '../http/read-query.js';
import { discriminatedUnion } from '../openapi/schema-reference.js';
import { ClocksBody, itemsPageBody, undatedCount } from '../query/page.js';
import { clockParameters, DateParameter, pageParameters, TextParameter } from '../query/parameters.js';
import { lineBody } from '../query/whole-list.js';
import { ViewParameter } from '../query/words.js';
import { haltedSubjectsField } from '../views/halted.js';

const DAY_PATTERN = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';

const DayParameter = (description: string) =>
  DateParameter.refine(({ period }) => period.precision !== 'instant', { error: 'must be a day, a month or a year' })
    .optional()
    .meta({ pattern: DAY_PATTERN, description });

const wordAmong = <Word extends string>(words: readonly [Word, ...Word[]], usual: Word, description: string) =>
  z
    .enum(words, { error: `must be ${words.join(' or ')}` })
    .optional()
    .meta({ default: usual, description });

export const SeriesQuery = z
  .strictObject({
    view: ViewParameter('The view, required'),
    subject: repeatable(TextParameter).optional().meta({
      description: 'A subject of the view. May be given more than once. Without it and `story`: all of the view',
    }),
    story: TextParameter.optional().meta({
      description: 'All subjects of the view that a fact of this story is about. Not together with `subject`',
    }),
    from: DayParameter('The first day, required. Of a month or a year, its first'),
    to: DayParameter('The last day, inclusive, required. Of a month or a year, its last'),
    step: wordAmong(STEPS, '1d', 'A day, a week, or a month, which keeps the day of `from` where the month has it'),
    clock: wordAmong(
      SERIES_CLOCKS,
      'asOf',
      'The clock that steps from day to day. The others are the same for all cells. `knownOn` steps `asOf` and ' +
        '`reportedAsOf` together',
    ),
    ...clockParameters,
    ...pageParameters,
  })
  .superRefine((query, context) => {
    if (query.cursor !== undefined) return;
    for (const name of ['view', 'from', 'to'] as const)
      if (query[name] === undefined) context.addIssue({ code: 'custom', message: 'is required', path: [name] });
  });
export type SeriesQuery = z.output<typeof SeriesQuery>;

/** The fields of a view's headline, as its states have them. */
function headlineShape(view: AnyView): z.ZodRawShape {
  const { shape } = view.state as unknown as z.ZodObject<Record<string, z.ZodType>>;
  return Object.fromEntries(
    headlineFields(view).map(({ property, field }) => {
      const schema = shape[property];
      if (!schema) throw new RangeError(`the states of ${view.name} have no ${property}`);
      return [field, schema instanceof z.ZodNullable ? schema : schema.nullable()];
    }),
  );
}

/** A cell of any view. @param suffix of the names of the schemas */
const cellBody = (suffix: string, more: z.ZodRawShape) =>
  discriminatedUnion(
    'view',
    views.map((view) => {
      const id = `${view.name.charAt(0).toUpperCase()}${view.name.slice(1)}${suffix}`;
      const schema = z.strictObject({
        date: z.string().meta({ description: 'The day' }),
        view: z.literal(view.name),
        subject: z.string(),
        ...headlineShape(view),
        since: ReducedDate.nullable().meta({
          description: 'When the latest unbroken run of equal headlines began; null where there is no state',
        }),
        contested: z.boolean(),
        dateUncertain: z.boolean(),
        claims: z.int().min(0).meta({ description: 'How many claims there are that are not retracted' }),
        ...undatedCount,
        ...more,
      });
      return { value: view.name, name: id, schema: schema.meta({ id }) };
    }),
    { id: suffix, description: 'The headline of a subject on a day, as the read of that day gives it' },
  );

export const SeriesBody = itemsPageBody(cellBody('Cell', {})).extend(haltedSubjectsField).meta({ id: 'Series' });

export const CellLine = lineBody(cellBody('CellAt', { clocks: ClocksBody }), 'CellLine');

export const cellColumns = (view: AnyView): Column<unknown>[] =>
  columnsOfPaths([
    'date',
    'view',
    'subject',
    ...headlineFields(view).map(({ field }) => field),
    'since',
    'contested',
    'dateUncertain',
    'claims',
    'undated',
  ]);
