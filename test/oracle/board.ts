import { known, momentOf, type Point } from './knowledge.js';
import { disputes, isSaid, item } from './item.js';
import { inAnyOrder, type Pattern } from './pattern.js';
import { begun, standing, subjectsNamed } from './standing.js';
import { subjectOf, VIEWS, type Subject, type ViewName } from './subjects.js';
import type { Told } from './told.js';

/** The views of a story's board at a point, or `null` before the point of the record at which the story was opened. */
export function board(told: readonly Told[], story: string, point: Point): Readonly<Record<ViewName, Pattern>> | null {
  const opened = known(told, point).some((event) => event.type === 'StoryOpened' && event.story === story);
  if (!opened) return null;
  return Object.fromEntries(VIEWS.map((view) => [view, subjectsOf(told, story, view, point)])) as Record<ViewName, Pattern>;
}

/** The items of one view of which the story's facts have touched the subjects, and of which something is said at the point. */
export const subjectsOf = (told: readonly Told[], story: string, view: ViewName, point: Point): Pattern =>
  inAnyOrder(
    touchedBy(told, story, view, point)
      .filter(({ subject }) => isSaid(told, subject, point))
      .map(({ subject, optional }) => ({ pattern: item(told, subject, point), optional })),
  );

/** The disputes about the subjects of one view that the story's facts have touched. */
export const disputesOf = (told: readonly Told[], story: string, view: ViewName, point: Point): Pattern =>
  inAnyOrder(
    touchedBy(told, story, view, point).flatMap(({ subject, optional }) =>
      disputes(told, subject, point).map((entry) => ({ ...entry, optional: optional || entry.optional === true })),
    ),
  );

/**
 * The subjects that a fact of the story has touched. Whether one is touched of which another story tells, and this one only later, or in a
 * form that no longer stands, is left open.
 */
function touchedBy(told: readonly Told[], story: string, view: ViewName, point: Point): { subject: Subject; optional: boolean }[] {
  const touching = begun(standing(told, point), momentOf(point)).filter((fact) => fact.story === story);
  const touched = touching.map((fact) => subjectOf(fact)?.subject);
  return distinct(subjectsNamed(told, point, story))
    .filter((subject) => subject.view === view)
    .map((subject) => ({ subject, optional: !touched.includes(subject.subject) }));
}

const distinct = (subjects: readonly Subject[]): Subject[] =>
  subjects.filter(({ view, subject }, i) => subjects.findIndex((other) => other.view === view && other.subject === subject) === i);
