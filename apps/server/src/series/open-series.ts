import type { Pool } from 'pg';
import { formatDay, lastInstant, periodOf } from '#catalogue/values/reduced-date.js';
import type { Clocks, RequestedDate } from '#reader/clocks/clocks.js';
import type { Series, SeriesClock } from '#reader/series/read-series.js';
import { SeriesDates } from '#reader/series/series-dates.js';
import { firstUnknownSubject, SeriesSubjects, type SubjectChoice } from '#reader/series/series-subjects.js';
import { badParameter, Problem } from '../problems/problem.js';
import type { ClockQuery } from '../query/request-clocks.js';
import { requireStory } from '../query/story-filter.js';
import { findView, unknownSubject } from '../views/find-view.js';
import type { SeriesQuery } from './series.schema.js';

export const MAX_CELLS = 1_000_000;

const clockOf = ({ clock }: SeriesQuery): SeriesClock => clock ?? 'asOf';

/** The parameters that cannot be given with a clock that steps: they set it. */
const SET_BY: Readonly<Record<SeriesClock, readonly SeriesClock[]>> = {
  asOf: ['asOf', 'knownOn'],
  knownOn: ['asOf', 'reportedAsOf', 'knownOn'],
  reportedAsOf: ['reportedAsOf', 'knownOn'],
  recordedAsOf: ['recordedAsOf'],
};

/**
 * The clocks of the last date of a series.
 * @throws Problem `bad-parameter` where a parameter sets the clock that steps
 */
export function clocksOfSeries(query: SeriesQuery): ClockQuery {
  const clock = clockOf(query);
  const given = SET_BY[clock].find((name) => query[name] !== undefined);
  if (given) throw badParameter(given, `cannot be given with clock=${clock}, which steps from date to date`);
  return { ...query, [clock]: query.to && lastDayOf(query.to) };
}

/** The day with which a date ends. */
function lastDayOf({ period }: RequestedDate): RequestedDate {
  const text = formatDay(lastInstant(period));
  return { text, period: periodOf(text) };
}

/** Names the last day of a series in place of the clock that it sets, where the record has not reached that day. */
export function refuseFuture(error: unknown): never {
  if (error instanceof Problem && error.code === 'bad-parameter') {
    const [first] = error.errors;
    if (first?.pointer === '/recordedAsOf' && first.detail.endsWith('is in the future'))
      throw badParameter('to', `${first.detail}, where nothing is recorded yet`);
  }
  throw error;
}

/**
 * Opens the series of a query: finds its view and its subjects, and checks its size.
 *
 * @param isFirst whether this is the first page; the size of the others has been checked
 * @throws Problem `not-found` for an unknown story or subject, `bad-parameter` for a span that does not exist or has
 * too many cells, and what `findView` throws
 */
export async function openSeries(pool: Pool, query: SeriesQuery, clocks: Clocks, isFirst: boolean): Promise<Series> {
  const { view, from, to, subject, story, step = '1d' } = query;
  const missing = view === undefined ? 'view' : from === undefined ? 'from' : to === undefined ? 'to' : null;
  if (missing !== null || view === undefined || !from || !to) throw badParameter(missing ?? 'view', 'is required');
  if (from.period.from >= to.period.to) throw badParameter('from', 'comes after to');
  if (subject !== undefined && story !== undefined)
    throw badParameter('subject', 'cannot be given with story, which takes all subjects of a story');
  const generation = await findView(pool, view, clocks);
  const clock = clockOf(query);
  const dates = new SeriesDates(from.period, to.period, step);
  const most = Math.floor(MAX_CELLS / dates.count);
  const tooMany = (): Problem =>
    badParameter(
      'to',
      `${dates.count} dates leave room for ${most} subjects: a series has at most ${MAX_CELLS} cells, dates times ` +
        'subjects. Take a larger step, fewer dates, or fewer subjects',
    );
  if (most === 0 || (subject && subject.length > most)) throw tooMany();
  await requireStory(pool, story, clocks);
  if (subject) {
    const unknown = await firstUnknownSubject(pool, generation.projection, subject, clocks.position);
    if (unknown !== undefined) throw unknownSubject(view, unknown);
  }
  // At an earlier date of the press or of the record, facts may touch subjects that none touches any more.
  const left = clock === 'recordedAsOf' || clocks.reportedAsOf !== Infinity;
  const choice: SubjectChoice = subject ? { names: subject } : story === undefined ? 'all' : { story };
  const subjects = new SeriesSubjects(pool, generation.projection, choice, clocks.position, left);
  if (isFirst && (await subjects.exceed(most))) throw tooMany();
  return { generation, subjects, dates, clock, clocks };
}
