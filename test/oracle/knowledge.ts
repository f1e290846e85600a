import { endOf, spanOf } from './dates.js';
import { grouped, isMetaEvent, type RecordedEvent, type RecordedMetaEvent } from './recorded.js';

/**
 * A requested point of the clocks. Without `asOf` valid time has no bound, and what time alone changes is as of `now`.
 */
export interface Point {
  asOf?: string | undefined;
  reportedAsOf?: string | undefined;
  /** What has no date of publication counts as well. */
  undated?: 'include' | undefined;
  /** A date or an instant, or a position: `@17`. */
  recordedAsOf?: string | undefined;
  now: string;
}

/** What is known at a point: the events of the log by then, whatever the dates of their facts. */
export interface Knowledge {
  point: Point;
  events: readonly RecordedEvent[];
  /** The events of a type about an event, in the order of the log. */
  about: (event: RecordedEvent, type: RecordedMetaEvent['type']) => readonly RecordedMetaEvent[];
}

/**
 * The events of the log at the point: whole requests. Those that give an account have the date of publication that the
 * last correction of it gives.
 */
export function knownAt(recorded: readonly RecordedEvent[], point: Point): Knowledge {
  const events = eventsBy(recorded, point);
  const metaEvents = events.filter(isMetaEvent).sort((a, b) => a.position - b.position);
  const dates = new Map(
    metaEvents.flatMap(({ target, correctedPublication: date }) =>
      date === undefined ? [] : [[target, date] as const],
    ),
  );
  const dated = <E extends RecordedEvent>(event: E): E => {
    const publishedAt = dates.get(event.id);
    return publishedAt === undefined ? event : { ...event, publishedAt };
  };
  const byTarget = grouped(metaEvents.map(dated), ({ target, type }) => `${target} ${type}`);
  return {
    point,
    events: events.map(dated),
    about: ({ id }, type) => byTarget.get(`${id} ${type}`) ?? [],
  };
}

/** The same without some of the events. */
export const without = (known: Knowledge, left: readonly RecordedMetaEvent[]): Knowledge => ({
  ...known,
  about: (event, type) => known.about(event, type).filter(({ id }) => !left.some((one) => one.id === id)),
});

function eventsBy(recorded: readonly RecordedEvent[], { recordedAsOf }: Point): RecordedEvent[] {
  if (recordedAsOf === undefined) return [...recorded];
  if (recordedAsOf.startsWith('@'))
    return recorded.filter((event) => event.requestStart <= Number(recordedAsOf.slice(1)));
  return recorded.filter((event) => spanOf(event.recordedAt).first <= endOf(recordedAsOf));
}

/**
 * Whether an event's source had been published at the point. A publication of a day counts from the end of that day.
 */
export function isPublished({ publisher, publishedAt }: RecordedEvent, { reportedAsOf }: Point): boolean {
  if (reportedAsOf === undefined || publisher === undefined) return true;
  return publishedAt !== undefined && endOf(publishedAt) <= endOf(reportedAsOf);
}

/** Whether nobody knows when the event's source was published. */
export const isUndated = ({ publisher, publishedAt }: RecordedEvent): boolean =>
  publisher !== undefined && publishedAt === undefined;

/** The instant as of which what time alone changes is shown. */
export const instantOf = ({ asOf, now }: Point): string => endOf(asOf ?? now);

/** A place in fold order: an instant of valid time, and a position among the facts that begin then. */
export interface Moment {
  at: string;
  position: number;
}

/** The last moment within the point's bound of valid time. */
export const momentOf = ({ asOf }: Point): Moment => ({
  at: asOf === undefined ? '9999-99' : endOf(asOf),
  position: Infinity,
});

/** Whether `a` is at or before `b`. */
export const upTo = (a: Moment, b: Moment): boolean => a.at < b.at || (a.at === b.at && a.position <= b.position);
