import type { AnyView } from '#views/define-view.js';
import type { ClientBase, Pool } from 'pg';
import { column, split } from '#projector/store/statement.js';
import { readFactStateChanges } from '#projector/store/stored-fact-states.js';
import { subjectKey } from '#projector/store/projections.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { readActive, type ActiveGeneration } from '../clocks/active-generation.js';
import type { SubjectName } from './subject.js';

/** A story whose board or timeline changed. */
export interface TouchedStory {
  story: string;
  /** The end of the last request that changed it. */
  position: number;
  /** How many requests changed it. */
  requests: number;
}

/** $1 projections, $2 subjects, $3 position: the stories of subjects, also those that left a subject after it. */
const STORIES = `
select distinct s.projection, s.subject, s.story
  from unnest(${split(1, 'int')}, ${split(2, 'text')}) t(projection, subject)
  join subject_fact s on s.projection = t.projection and s.subject = t.subject
 where s.known_to > $3`;

/**
 * The stories that the events between two positions touched: those of the facts themselves, and all others on whose
 * boards one of the facts' subjects is. A subject may belong to many stories.
 *
 * @param after the end of a request
 * @param upTo the end of a request, not beyond the views' checkpoint
 */
export async function touchedStories(
  db: Pool | ClientBase,
  views: readonly AnyView[],
  after: number,
  upTo: number,
): Promise<TouchedStory[]> {
  if (upTo <= after) return [];
  const changes = await readFactStateChanges(db, after, upTo);
  const generations = await readActive(db, views);
  const requests = new Map<string, Set<number>>();
  const touch = (story: string, request: number): void => {
    const known = requests.get(story);
    if (known) known.add(request);
    else requests.set(story, new Set([request]));
  };
  const subjects = new Map<string, SubjectName & { requests: Set<number> }>();
  for (const { knownFrom: request, before, after: state } of changes) {
    touch(state.story, request);
    for (const name of subjectsOf(generations, [before && resolveFact(before), resolveFact(state)])) {
      const key = subjectKey(name);
      const known = subjects.get(key);
      if (known) known.requests.add(request);
      else subjects.set(key, { ...name, requests: new Set([request]) });
    }
  }
  for (const one of await storiesOf(db, [...subjects.values()], after)) {
    for (const request of subjects.get(subjectKey(one))?.requests ?? []) touch(one.story, request);
  }
  return [...requests].map(([story, ends]) => ({ story, position: Math.max(...ends), requests: ends.size }));
}

/** The subjects of the states of a fact. A view whose own code fails is left out: it is halted, and on no board. */
function subjectsOf(generations: readonly ActiveGeneration[], facts: readonly (ResolvedFact | null)[]): SubjectName[] {
  return generations.flatMap(({ view, projection, halted }) => {
    if (halted) return [];
    try {
      const names = facts.flatMap((fact) => (fact && subjectOf(view, fact)) ?? []);
      return [...new Set(names)].map((subject) => ({ projection, subject }));
    } catch {
      return [];
    }
  });
}

async function storiesOf(
  db: Pool | ClientBase,
  subjects: readonly SubjectName[],
  position: number,
): Promise<(SubjectName & { story: string })[]> {
  if (subjects.length === 0) return [];
  const keys = [column(subjects, (one) => one.projection), column(subjects, (one) => one.subject)];
  return (await db.query<SubjectName & { story: string }>(STORIES, [...keys, position])).rows;
}
