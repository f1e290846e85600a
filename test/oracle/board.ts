import { begun, known, type Point } from './knowledge.js';
import { isSaid, item } from './item.js';
import { inAnyOrder, type Pattern } from './pattern.js';
import { subjectOf, VIEWS, type Subject, type ViewName } from './subjects.js';
import type { Told } from './told.js';

/** The views of a story's board at a point, or `null` before the point of the record at which the story was opened. */
export function board(told: readonly Told[], story: string, point: Point): Readonly<Record<ViewName, Pattern>> | null {
  const opened = known(told, point).some((event) => event.type === 'StoryOpened' && event.story === story);
  if (!opened) return null;
  return Object.fromEntries(VIEWS.map((view) => [view, subjectsOf(told, story, view, point)])) as Record<ViewName, Pattern>;
}

/** The items of one view of which the story's facts have touched the subjects, and of which something is said at the point. */
export function subjectsOf(told: readonly Told[], story: string, view: ViewName, point: Point): Pattern {
  const heard = known(told, point).filter((fact) => fact.story === story);
  // A subject that another story tells of already, and this one only later, is on the board or not: that is left open.
  const touched = distinct(heard, view);
  const already = distinct(begun(heard, point), view).map((subject) => subject.subject);
  return inAnyOrder(
    touched
      .filter((subject) => isSaid(told, subject, point))
      .map((subject) => ({ pattern: item(told, subject, point), optional: !already.includes(subject.subject) })),
  );
}

function distinct(facts: readonly Told[], view: ViewName): Subject[] {
  const subjects = facts.map(subjectOf).filter((subject) => subject?.view === view);
  return subjects.filter(
    (subject, i): subject is Subject => subject !== null && subjects.findIndex((other) => other?.subject === subject.subject) === i,
  );
}
