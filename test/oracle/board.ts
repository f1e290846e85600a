import { known, type Point } from './knowledge.js';
import { disputes, isSaid, item } from './item.js';
import { inAnyOrder, type Pattern } from './pattern.js';
import { standing } from './standing.js';
import { subjectOf, VIEWS, type Subject, type ViewName } from './subjects.js';
import type { Told } from './told.js';

/** The views of a story's board at a point, or `null` before the point of the record at which the story was opened. */
export function board(told: readonly Told[], story: string, point: Point): Readonly<Record<ViewName, Pattern>> | null {
  const opened = known(told, point).some((event) => event.type === 'StoryOpened' && event.story === story);
  if (!opened) return null;
  return Object.fromEntries(VIEWS.map((view) => [view, subjectsOf(told, story, view, point)])) as Record<
    ViewName,
    Pattern
  >;
}

/**
 * The items of one view of which the story's facts have touched the subjects, and of which something is said at the
 * point.
 */
export const subjectsOf = (told: readonly Told[], story: string, view: ViewName, point: Point): Pattern =>
  inAnyOrder(
    touchedBy(told, story, view, point)
      .filter((subject) => isSaid(told, subject, point))
      .map((subject) => ({ pattern: item(told, subject, point) })),
  );

/** The disputes about the subjects of one view that the story's facts have touched. */
export const disputesOf = (told: readonly Told[], story: string, view: ViewName, point: Point): Pattern =>
  inAnyOrder(
    touchedBy(told, story, view, point).flatMap((subject) =>
      disputes(told, subject, point).map((pattern) => ({ pattern })),
    ),
  );

/**
 * The subjects of which a fact or claim of the story tells at that point of the press and of the record, whatever its
 * date.
 */
function touchedBy(told: readonly Told[], story: string, view: ViewName, point: Point): Subject[] {
  const touched = standing(told, point).flatMap((fact) => (fact.story === story ? (subjectOf(fact) ?? []) : []));
  return distinct(touched.filter((subject) => subject.view === view));
}

const distinct = (subjects: readonly Subject[]): Subject[] =>
  subjects.filter(
    ({ view, subject }, i) => subjects.findIndex((other) => other.view === view && other.subject === subject) === i,
  );
