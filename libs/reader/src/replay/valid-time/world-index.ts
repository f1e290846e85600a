import type { Pool } from 'pg';
import type { AnyView } from '#views/define-view.js';
import { influenceEnd, influenceStart } from '#history/facts/influence.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { Clocks } from '../../clocks/clocks.js';
import { haltAt } from '../../items/halted-subjects.js';
import type { ActiveGeneration } from '../../clocks/active-generation.js';
import { toSubject } from '../../subjects/subject.js';
import { FactIndex } from '../facts/fact-index.js';
import type { LoadFacts } from '../facts/log-facts.js';
import { ownPositions, sharedPositions } from '../facts/story-positions.js';
import { SubjectCursor } from './subject-cursor.js';

/** Where in the world a story's facts lie, and those of other stories about its subjects. */
export interface WorldIndex {
  facts: FactIndex;
  courses: SubjectCursor[];
  /** The subjects that a fact is about. */
  coursesOf: (fact: ResolvedFact) => SubjectCursor[];
}

/** Goes through a story's facts once, to find out in which order they are to be told. */
export async function indexWorld(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  story: string,
  clocks: Clocks,
  load: LoadFacts,
  budget: number,
): Promise<WorldIndex> {
  const facts = new FactIndex();
  const courses = new Map<AnyView, Map<string, SubjectCursor>>(serving.map(({ view }) => [view, new Map()]));
  const all: SubjectCursor[] = [];
  const courseOf = (one: ActiveGeneration, fact: ResolvedFact, own: boolean): SubjectCursor[] => {
    const { view, projection } = one;
    const subject = subjectOf(view, fact);
    const ofView = courses.get(view);
    if (subject === null || !ofView) return [];
    const known = ofView.get(subject);
    if (known) return [known];
    if (!own) return [];
    const course = new SubjectCursor(view, projection, subject, all.length, clocks.instant, budget);
    const halted = haltAt(toSubject(one, subject), clocks.position);
    if (halted !== null) course.halt(halted);
    ofView.set(subject, course);
    all.push(course);
    return [course];
  };
  const place = async (positions: readonly number[], own: boolean): Promise<void> => {
    for (const { told } of await load(positions)) {
      const touched = serving.flatMap((one) => courseOf(one, told, own));
      if (!own && touched.length === 0) continue;
      facts.add(told.position, told.period.from, told.period.to);
      for (const { places } of touched) places.add(told.position, influenceStart(told), influenceEnd(told));
    }
  };
  for await (const positions of ownPositions(pool, 'facts', story, clocks.position)) await place(positions, true);
  for await (const positions of sharedPositions(pool, 'facts', story, clocks.position, all))
    await place(positions, false);
  for (const places of [facts, ...all.map((course) => course.places)]) places.sort();
  return { facts, courses: all, coursesOf: (fact) => serving.flatMap((one) => courseOf(one, fact, false)) };
}
