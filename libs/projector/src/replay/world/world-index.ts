import type { Pool } from 'pg';
import type { AnyView } from '#views/define-view.js';
import { endOf, reachOf } from '../../facts/reach.js';
import type { ToldFact } from '../../facts/told-fact.js';
import { subjectOf } from '../../fold/assertions.js';
import type { Clocks } from '../../read/clocks.js';
import { haltAt } from '../../read/halted-subjects.js';
import type { Serving } from '../../read/serving.js';
import { toSubject } from '../../read/subject.js';
import { FactPlaces } from '../fact-places.js';
import type { LoadFacts } from '../log-facts.js';
import { ownPositions, sharedPositions } from '../story-positions.js';
import { SubjectCourse } from './subject-course.js';

/** Where in the world a story's facts lie, and those of other stories about its subjects. */
export interface WorldIndex {
  facts: FactPlaces;
  courses: SubjectCourse[];
  /** The subjects that a fact is about. */
  coursesOf: (fact: ToldFact) => SubjectCourse[];
}

/** Goes through a story's facts once, to find out in which order they are to be told. */
export async function indexWorld(
  pool: Pool,
  serving: readonly Serving[],
  story: string,
  clocks: Clocks,
  load: LoadFacts,
  budget: number,
): Promise<WorldIndex> {
  const facts = new FactPlaces();
  const courses = new Map<AnyView, Map<string, SubjectCourse>>(serving.map(({ view }) => [view, new Map()]));
  const all: SubjectCourse[] = [];
  const courseOf = (one: Serving, fact: ToldFact, own: boolean): SubjectCourse[] => {
    const { view, projection } = one;
    const subject = subjectOf(view, fact);
    const ofView = courses.get(view);
    if (subject === null || !ofView) return [];
    const known = ofView.get(subject);
    if (known) return [known];
    if (!own) return [];
    const course = new SubjectCourse(view, projection, subject, all.length, clocks.instant, budget);
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
      for (const { places } of touched) places.add(told.position, reachOf(told), endOf(told));
    }
  };
  for await (const positions of ownPositions(pool, 'facts', story, clocks.position)) await place(positions, true);
  for await (const positions of sharedPositions(pool, 'facts', story, clocks.position, all)) await place(positions, false);
  for (const places of [facts, ...all.map((course) => course.places)]) places.sort();
  return { facts, courses: all, coursesOf: (fact) => serving.flatMap((one) => courseOf(one, fact, false)) };
}
