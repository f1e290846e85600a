import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { readFactState, factStateSql, type StoredFactState } from '#projector/store/stored-fact-states.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { worldBound, type Clocks, type Known } from '../clocks/clocks.js';
import { factStatesFromLog } from '../timeline/facts-from-log.js';
import { factsAsReported } from '../items/as-reported.js';
import { isReadableAt, readActive } from '../clocks/active-generation.js';
import { toSubject, type Subject } from '../subjects/subject.js';
import { resolveForTimeline, type TimelineFact } from '../timeline/timeline-fact.js';

const DAY = 86_400_000_000;
/** How far apart two reports of one thing may be dated, microseconds. */
const APART = 7 * DAY;
/** No date spans more than this. */
const LONGEST = 366 * DAY;
const MAX_SIMILAR = 10;

type Bounds = Pick<Clocks, 'asOf'> & Known;

/** $1 projection, $2 subject, $3 type, $4 to $5 a span of dates, $6 position, $7 the date that they are to be near */
const NEAR = `
select ${factStateSql('f')} as form
  from subject_fact s join fact f on f.position = s.position and f.known_from <= $6 and f.known_to > $6
 where s.projection = $1 and s.subject = $2 and s.valid_from >= $4 and s.valid_from <= $5
   and s.known_from <= $6 and s.known_to > $6 and f.type = $3
 order by abs(s.valid_from - $7), s.position limit 200`;

/**
 * Facts of the same type and subject within 7 days of a fact, which might be another account of one of them. Of each
 * subject the nearest 10, the nearest first.
 *
 * @param subjects those that the fact is about
 */
export async function similarFacts(
  pool: Pool,
  subjects: readonly Subject[],
  fact: ResolvedFact,
  clocks: Bounds,
): Promise<TimelineFact[]> {
  const found = new Map<string, TimelineFact>();
  for (const subject of subjects) {
    const candidates =
      clocks.reportedAsOf === Infinity
        ? await storedNear(pool, subject, fact, clocks)
        : await reportedFacts(pool, subject, clocks);
    const near = candidates
      .filter(({ resolved: { id, type } }) => id !== fact.id && type === fact.type)
      .filter(({ resolved: { period } }) => period.from <= clocks.asOf)
      .map((one) => ({ one, apart: apart(one.resolved, fact) }))
      .filter((pair) => pair.apart <= APART)
      .sort((a, b) => a.apart - b.apart || a.one.resolved.position - b.one.resolved.position);
    for (const { one } of near.slice(0, MAX_SIMILAR)) found.set(one.resolved.id, one);
  }
  return [...found.values()];
}

/** The facts that a fact might be another account of, at a point of the clocks. None where the fact is not there. */
export async function readSimilar(
  pool: Pool,
  views: readonly AnyView[],
  factId: string,
  clocks: Clocks,
): Promise<TimelineFact[]> {
  const state = (await factStatesFromLog(pool, [factId], clocks.position)).get(factId);
  const fact = state && resolveFact(state, clocks);
  if (!fact) return [];
  const generations = (await readActive(pool, views, clocks)).filter((one) => isReadableAt(one, clocks.position));
  const subjects = generations.flatMap((one) => {
    const subject = subjectOf(one.view, fact);
    return subject === null ? [] : [toSubject(one, subject)];
  });
  return similarFacts(pool, subjects, fact, clocks);
}

/** The time from the end of the earlier fact to the start of the later one; 0 where they overlap. */
function apart({ period: a }: ResolvedFact, { period: b }: ResolvedFact): number {
  return Math.max(0, Math.max(a.from, b.from) - Math.min(a.to, b.to) + 1);
}

async function storedNear(
  pool: Pool,
  { projection, subject }: Subject,
  { type, period }: ResolvedFact,
  clocks: Bounds,
): Promise<TimelineFact[]> {
  const bounds = [worldBound(period.from - APART - LONGEST), worldBound(period.to + APART)];
  const values = [projection, subject, type, ...bounds, clocks.position, String(period.from)];
  const { rows } = await pool.query<{ form: StoredFactState }>({ name: 'similar-facts', text: NEAR, values });
  return rows.flatMap(({ form }) => resolveForTimeline(readFactState(form)) ?? []);
}

async function reportedFacts(pool: Pool, subject: Subject, clocks: Bounds): Promise<TimelineFact[]> {
  const [facts = []] = await factsAsReported(pool, [subject], clocks);
  return facts.map((fact) => ({ ...fact, withdrawn: false }));
}
