import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { formOf, storedForm, type StoredForm } from '#projector/store/stored-fact-states.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { worldBound } from '../clocks/bounds.js';
import type { Clocks } from '../clocks/clocks.js';
import { formsFromLog } from '../timeline/fact-states-from-log.js';
import { factsAsReported } from '../items/as-reported.js';
import { isReadableAt, readActive } from '../clocks/active-generation.js';
import { toSubject, type Subject } from '../subjects/subject.js';
import { resolveForTimeline, type TimelineFact } from '../timeline/resolve-for-timeline.js';

const DAY = 86_400_000_000;
/** How far apart two tellings of one thing may be dated, microseconds. */
const APART = 7 * DAY;
/** No date names more than this. */
const LONGEST = 366 * DAY;
const MOST = 10;

type Bounds = Pick<Clocks, 'asOf' | 'reportedAsOf' | 'position'>;

/** $1 projection, $2 subject, $3 type, $4 and $5 between these dates, $6 position, $7 about this date */
const NEAR = `
select ${storedForm('f')} as form from subject_fact s join fact f on f.position = s.position and f.known_from <= $6 and f.known_to > $6
 where s.projection = $1 and s.subject = $2 and s.valid_from >= $4 and s.valid_from <= $5 and s.known_from <= $6 and s.known_to > $6 and f.type = $3
 order by abs(s.valid_from - $7), s.position limit 200`;

/**
 * Facts of the same type and subject within 7 days of a fact: it might be another account of one of them. The nearest
 * 10 of each subject, the nearest first.
 *
 * @param subjects what the fact is about
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
        ? await stored(pool, subject, fact, clocks)
        : await reported(pool, subject, clocks);
    const near = candidates
      .filter(({ told }) => told.id !== fact.id && told.type === fact.type && told.period.from <= clocks.asOf)
      .map((one) => ({ one, apart: apart(one.told, fact) }))
      .filter((pair) => pair.apart <= APART)
      .sort((a, b) => a.apart - b.apart || a.one.told.position - b.one.told.position);
    for (const { one } of near.slice(0, MOST)) found.set(one.told.id, one);
  }
  return [...found.values()];
}

/**
 * What a fact might be another account of, as it stands at a point of the clocks; nothing where it does not stand
 * there.
 */
export async function readSimilar(
  pool: Pool,
  views: readonly AnyView[],
  factId: string,
  clocks: Clocks,
): Promise<TimelineFact[]> {
  const form = (await formsFromLog(pool, [factId], clocks.position)).get(factId);
  const fact = form && resolveFact(form, clocks.reportedAsOf);
  if (!fact) return [];
  const serving = (await readActive(pool, views, clocks)).filter((one) => isReadableAt(one, clocks.position));
  const subjects = serving.flatMap((one) => {
    const subject = subjectOf(one.view, fact);
    return subject === null ? [] : [toSubject(one, subject)];
  });
  return similarFacts(pool, subjects, fact, clocks);
}

/** From the last instant of the one that comes first to the first of the other; 0 where they overlap. */
function apart({ period: a }: ResolvedFact, { period: b }: ResolvedFact): number {
  return Math.max(0, Math.max(a.from, b.from) - Math.min(a.to, b.to) + 1);
}

async function stored(
  pool: Pool,
  { projection, subject }: Subject,
  { type, period }: ResolvedFact,
  clocks: Bounds,
): Promise<TimelineFact[]> {
  const bounds = [worldBound(period.from - APART - LONGEST), worldBound(period.to + APART)];
  const values = [projection, subject, type, ...bounds, clocks.position, String(period.from)];
  const { rows } = await pool.query<{ form: StoredForm }>({ name: 'similar-facts', text: NEAR, values });
  return rows.flatMap(({ form }) => resolveForTimeline(formOf(form), Infinity) ?? []);
}

async function reported(pool: Pool, subject: Subject, clocks: Bounds): Promise<TimelineFact[]> {
  const [facts = []] = await factsAsReported(pool, [subject], clocks);
  return facts.map((fact) => ({ ...fact, withdrawn: false }));
}
