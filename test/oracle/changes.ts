import { startOf, type CurrentFact } from './current-facts.js';
import { nonEmptyItem, undatedOf } from './item.js';
import { momentOf, upTo } from './knowledge.js';
import { show, UNCHECKED, type Json } from './pattern.js';
import type { Reading } from './reading.js';
import { latest } from './states/lists.js';
import { VIEWS, type Subject, type ViewName } from './subjects.js';

/** The clock on which two points differ. */
export type Clock = 'asOf' | 'reportedAsOf' | 'recordedAsOf';

/** The subjects of a story, or of all, whose items differ between two points of a clock. */
export function changes(
  from: Reading,
  to: Reading,
  clock: Clock,
  story: string | undefined,
  views: readonly ViewName[] = VIEWS,
): Json[] {
  const touched = [...from.touchedBy(story, views), ...to.touchedBy(story, views)];
  return VIEWS.flatMap((view) => {
    const subjects = new Set(touched.filter((one) => one.view === view).map(({ subject }) => subject));
    return [...subjects].sort().flatMap((subject) => {
      const about = { view, subject };
      // A subject is on the board of a story only while a fact of that story is about it.
      const [before, after] = [from, to].map((reading) =>
        touches(reading, story, about) ? withoutUndated(nonEmptyItem(reading, about)) : null,
      );
      if (show(before) === show(after)) return [];
      return [
        {
          ...about,
          before,
          after,
          events: eventsBetween(from, to, clock, about),
          undated: undatedAfter(to, story, about),
        },
      ];
    });
  });
}

const touches = (reading: Reading, story: string | undefined, { view, subject }: Subject): boolean =>
  reading.touchedBy(story, [view]).some((one) => one.subject === subject);

/**
 * How many reports are left out of the later item for want of a date. Where no fact of the story would be about the
 * subject with them either, none is: there is no item in any case.
 */
function undatedAfter(to: Reading, story: string | undefined, about: Subject): number | undefined {
  if ([to, to.including()].some((reading) => touches(reading, story, about))) return undatedOf(to, about);
  return to.point.reportedAsOf === undefined ? undefined : 0;
}

function withoutUndated(item: Readonly<Record<string, Json>> | null): Json {
  if (item === null) return null;
  const { undated: _, ...rest } = item;
  return rest;
}

/**
 * The facts that came into force between two dates. On the other clocks the events are not compared: which of them are
 * behind a change depends on what each made of the subject in between.
 */
function eventsBetween(from: Reading, to: Reading, clock: Clock, subject: Subject): Json {
  if (clock !== 'asOf') return UNCHECKED;
  const facts = to.of(subject).all.filter((fact) => hasBegun(fact, to) && !hasBegun(fact, from));
  return latest(facts).map(({ id }) => id);
}

const hasBegun = (fact: CurrentFact, { point }: Reading): boolean =>
  upTo({ at: startOf(fact), position: fact.position }, momentOf(point));
