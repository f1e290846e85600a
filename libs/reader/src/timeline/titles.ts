import type { Pool } from 'pg';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { AnyView } from '#views/define-view.js';
import { views } from '#views/registry.js';
import { isReadableAt, readActive } from '../clocks/active-generation.js';
import { worldBound, type Clocks } from '../clocks/clocks.js';
import { rowsAsReported } from '../items/as-reported.js';
import { itemOf, WITH_WHOLE, type StoredItem } from '../items/stored-item.js';
import { batchedQuery } from '../sql/generic-plan.js';
import { haltAt, toSubject, type Subject } from '../subjects/subject.js';

/** The title of what a fact is about; `undefined`: it has none, or the fact is about no subject that takes one. */
export type TitleOf = (fact: ResolvedFact) => string | undefined;

interface TitlesQuestion {
  projections: number[];
  subjects: string[];
  as_of: string;
  position: number;
}

/** The rows that hold at a point, without their lists and facts: no title depends on these. $1 questions */
const TITLES = `
select q.n, t.nth, v.item, v.state, w.state as whole
  from rows from (
         json_to_recordset($1::json) as (projections int[], subjects text[], as_of bigint, position bigint))
       with ordinality q(projections, subjects, as_of, position, n)
 cross join lateral unnest(q.projections, q.subjects) with ordinality t(projection, subject, nth)
 cross join lateral (
   select * from view_version v
    where v.projection = t.projection and v.subject = t.subject
      and v.valid_from <= q.as_of and v.known_from <= q.position and v.known_to > q.position
    order by v.valid_from desc, v.position desc limit 1) v ${WITH_WHOLE}`;

type TitleRow = Pick<StoredItem, 'item' | 'state' | 'whole'> & { nth: string };

const queryTitles = batchedQuery<TitlesQuestion, TitleRow>('titles', TITLES);

/** The views whose subjects take a title. */
const titledViews = views.filter((view) => view.title !== undefined);

/**
 * The titles of what some facts are about, at a point of the clocks. No query runs unless one of them is about a
 * subject that takes a title.
 */
export async function titlesOf(
  pool: Pool,
  facts: readonly { resolved: ResolvedFact }[],
  clocks: Clocks,
): Promise<TitleOf> {
  const titles = new Map<string, string>();
  const titleOf: TitleOf = (fact) => titles.get(titledSubjectOf(fact)?.key ?? '');
  const about = new Map(
    facts.flatMap(({ resolved }) => subjectsAmong(titledViews, resolved)).map((one) => [one.key, one]),
  );
  if (about.size === 0) return titleOf;
  const generations = (await readActive(pool, views, clocks)).filter((one) => isReadableAt(one, clocks.position));
  const named = [...about.values()].flatMap(({ key, view, subject: name }) => {
    const generation = generations.find((one) => one.view === view);
    const subject = generation && toSubject(generation, name);
    return subject && haltAt(subject, clocks.position) === null ? [{ key, subject }] : [];
  });
  const states = await statesAt(
    pool,
    named.map(({ subject }) => subject),
    clocks,
  );
  for (const [i, { key, subject }] of named.entries()) {
    const title = titleOfState(subject.view, states[i] ?? null);
    if (title !== null) titles.set(key, title);
  }
  return titleOf;
}

/** What a state of a view is called; `null`: it has no title. */
export const titleOfState = (view: AnyView, state: unknown): string | null =>
  state === null ? null : (view.title?.(state as never) ?? null);

interface TitledSubject {
  key: string;
  view: AnyView;
  subject: string;
}

/** What a fact is about, if that takes a title. The key is the name of the view and the subject. */
export const titledSubjectOf = (fact: ResolvedFact): TitledSubject | undefined => subjectsAmong(titledViews, fact)[0];

function subjectsAmong(among: readonly AnyView[], fact: ResolvedFact): TitledSubject[] {
  return among.flatMap((view) => {
    const subject = subjectOf(view, fact);
    return subject === null ? [] : [{ key: `${view.name} ${subject}`, view, subject }];
  });
}

/** The states of some subjects, in their order; `null`: none yet. */
async function statesAt(pool: Pool, subjects: readonly Subject[], clocks: Clocks): Promise<unknown[]> {
  if (subjects.length === 0) return [];
  if (clocks.reportedAsOf !== Infinity) {
    const reported = await rowsAsReported(pool, subjects, clocks);
    return reported.map(({ rows }) => rows.findLast(({ validFrom }) => validFrom <= clocks.asOf)?.state ?? null);
  }
  const rows = await queryTitles(pool, {
    projections: subjects.map((one) => one.projection),
    subjects: subjects.map((one) => one.subject),
    as_of: worldBound(clocks.asOf),
    position: clocks.position,
  });
  const states: unknown[] = subjects.map(() => null);
  for (const row of rows) {
    const n = Number(row.nth) - 1;
    states[n] = itemOf((subjects[n] as Subject).view, row).state;
  }
  return states;
}
