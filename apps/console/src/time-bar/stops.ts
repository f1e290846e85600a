import type { Schema } from '../api/client.js';
import type { Clock } from '../clocks/clocks.js';
import { firstDay, formatDate, lastDay, dayText, monthAfter } from '../ui/dates.js';

type Mark = Pick<Schema<'Mark'>, 'occurredAt' | 'reportedAt' | 'recordedAt' | 'requestEnd' | 'certainty' | 'retracted'>;

/** A place on a track where something came to be known: a day, or the last position of a request. */
export interface Stop {
  value: number;
  facts: number;
  /** How many of them are only claims. */
  claims: number;
  /** When a request was recorded. */
  recordedAt?: string;
}

/**
 * The stops of a clock, the earliest first. A fact counts from the first day of its date in the world, and from the
 * last day of its date in the press: from then on it is surely in print.
 */
export function stopsOf(clock: Clock, marks: readonly Mark[]): Stop[] {
  const stops = new Map<number, Stop>();
  for (const mark of marks) {
    const value = placeOn(clock, mark);
    if (value === null || mark.retracted) continue;
    const stop = stops.get(value) ?? { value, facts: 0, claims: 0 };
    stops.set(value, {
      ...stop,
      facts: stop.facts + 1,
      claims: stop.claims + (mark.certainty === 'claimed' ? 1 : 0),
      ...(clock === 'recordedAsOf' && { recordedAt: mark.recordedAt }),
    });
  }
  return [...stops.values()].sort((a, b) => a.value - b.value);
}

function placeOn(clock: Clock, mark: Mark): number | null {
  if (clock === 'recordedAsOf') return mark.requestEnd;
  if (clock === 'asOf') return firstDay(mark.occurredAt);
  return mark.reportedAt === null ? null : lastDay(mark.reportedAt);
}

/** A point of a clock as a place on its track; `null`: the clock is open, or its point is not one of the track. */
export function placeOfPoint(clock: Clock, point: string | undefined, stops: readonly Stop[]): number | null {
  if (point === undefined) return null;
  if (clock !== 'recordedAsOf') {
    const day = lastDay(point);
    return Number.isNaN(day) ? null : day;
  }
  if (point.startsWith('@')) return Number(point.slice(1));
  const until = (lastDay(point) + 1) * 86_400_000;
  return stops.findLast(({ recordedAt }) => Date.parse(recordedAt ?? '') < until)?.value ?? 0;
}

/** The same the other way round. */
export const pointOfPlace = (clock: Clock, place: number): string =>
  clock === 'recordedAsOf' ? `@${place}` : dayText(place);

/** What a place is, for who cannot see the track: "12 May 2025, 3 facts". */
export function placeInWords(clock: Clock, place: number | null, stops: readonly Stop[]): string {
  if (place === null) return clock === 'reportedAsOf' ? 'any time' : 'now';
  const stop = stops.find(({ value }) => value === place);
  const facts = stop ? `${stop.facts} ${stop.facts === 1 ? 'fact' : 'facts'}` : 'no fact';
  if (clock !== 'recordedAsOf') return `${formatDate(dayText(place))}, ${facts}`;
  return stop?.recordedAt ? `@${place}, ${formatDate(stop.recordedAt)}, ${facts}` : `@${place}`;
}

export interface Step {
  key: string;
  shift: boolean;
}

/**
 * Where a key moves the thumb of a track; `null`: to the end, where the clock is open; `undefined`: the key moves
 * nothing. Arrows go from stop to stop, with Shift from day to day, the page keys by a month.
 */
export function placeAfterKey(
  { key, shift }: Step,
  clock: Clock,
  place: number | null,
  stops: readonly Stop[],
): number | null | undefined {
  const last = stops.at(-1)?.value;
  const first = stops[0]?.value;
  if (last === undefined || first === undefined) return undefined;
  const byDays = clock !== 'recordedAsOf';
  const forward = key === 'ArrowRight' || key === 'ArrowUp' || key === 'PageUp';
  switch (key) {
    case 'Home':
      return first;
    case 'End':
      return null;
    case 'PageUp':
    case 'PageDown': {
      if (place === null) return forward ? undefined : last;
      if (byDays) return monthAfter(place, forward ? 1 : -1);
      break;
    }
    case 'ArrowLeft':
    case 'ArrowDown':
    case 'ArrowRight':
    case 'ArrowUp': {
      if (place === null) return forward ? undefined : last;
      if (byDays && shift) return place + (forward ? 1 : -1);
      break;
    }
    default:
      return undefined;
  }
  return forward
    ? (stops.find(({ value }) => value > place)?.value ?? null)
    : (stops.findLast(({ value }) => value < place)?.value ?? place);
}

/** The places that a track shows, and where each lies on it, from 0 to 1. */
export interface Scale {
  from: number;
  to: number;
  fraction: (place: number) => number;
  /** The nearest place of a fraction. */
  place: (fraction: number) => number;
}

/** Days lie as far apart as they are. Requests lie side by side: all may have been recorded within a second. */
export function scaleOf(clock: Clock, stops: readonly Stop[], others: readonly number[] = []): Scale {
  if (clock === 'recordedAsOf') {
    const values = stops.map(({ value }) => value);
    const at = (place: number): number => {
      const after = values.findIndex((value) => value >= place);
      return after === -1 ? values.length : after + 1;
    };
    const nearest = (fraction: number): number =>
      values[Math.min(Math.max(Math.round(fraction * values.length) - 1, 0), values.length - 1)] ?? 0;
    return { from: 0, to: values.length, fraction: (place) => at(place) / Math.max(values.length, 1), place: nearest };
  }
  const places = [...stops.map(({ value }) => value), ...others.filter(Number.isFinite)];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const [from, to] = places.length === 0 ? [0, 1] : [first, Math.max(last, first + 1)];
  const margin = Math.ceil((to - from) * 0.02);
  const [start, end] = [from - margin, to + margin];
  return {
    from: start,
    to: end,
    fraction: (place) => Math.min(Math.max((place - start) / (end - start), 0), 1),
    place: (fraction) => Math.round(start + fraction * (end - start)),
  };
}

/** Days to write on an axis: the beginnings of months or years; within weeks, some days. At most `most` of them. */
export function labelsWithin(scale: Pick<Scale, 'from' | 'to'>, most: number): { day: number; text: string }[] {
  const months = monthsWithin(scale, most);
  const { from, to } = scale;
  if (months.length >= 3 || to - from < 3) return months.map((day) => ({ day, text: dayText(day).slice(0, 7) }));
  const step = Math.max(Math.ceil((to - from) / most), 1);
  return Array.from({ length: Math.floor((to - from) / step) }, (_, index) => from + (index + 1) * step)
    .filter((day) => day < to)
    .map((day) => ({ day, text: dayText(day) }));
}

/** The beginnings of months or years within a scale of days, at most `most` of them. */
function monthsWithin({ from, to }: Pick<Scale, 'from' | 'to'>, most: number): number[] {
  const months: number[] = [];
  const first = firstDay(`${dayText(from).slice(0, 7)}-01`);
  for (let month = first; month <= to; month = monthAfter(month, 1)) if (month >= from) months.push(month);
  for (const step of [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200]) {
    const some = months.filter((month) => {
      const [year = 0, number = 1] = dayText(month).split('-').map(Number);
      return (year * 12 + number - 1) % step === 0;
    });
    if (some.length <= most) return some;
  }
  return [];
}
