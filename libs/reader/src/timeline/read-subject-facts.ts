import type { Pool } from 'pg';
import { readFactState, factStateSql, type StoredFactState } from '#projector/store/stored-fact-states.js';
import { worldBound, type Clocks } from '../clocks/clocks.js';
import { factsAsReported } from '../items/as-reported.js';
import type { Subject } from '../subjects/subject.js';
import {
  comparePlaces,
  placeOf,
  resolveForTimeline,
  toTimelinePage,
  type TimelineFact,
  type TimelineOrder,
  type TimelinePage,
  type TimelinePlace,
} from './timeline-fact.js';

/** $1 projection, $2 subject, $3 valid time, $4 position, $5 and $6 after this place in the order, $7 how many */
const subjectFacts = (after: '<' | '>', along: TimelineOrder): string => `
select ${factStateSql('f')} as form
  from subject_fact s join fact f on f.position = s.position and f.known_from <= $4 and f.known_to > $4
 where s.projection = $1 and s.subject = $2 and s.valid_from <= $3 and s.known_from <= $4 and s.known_to > $4
   and (s.valid_from, s.position) ${after} ($5, $6)
 order by s.valid_from ${along}, s.position ${along} limit $7`;

const QUERIES = {
  desc: { text: subjectFacts('<', 'desc'), start: ['9223372036854775807', '9223372036854775807'] },
  asc: { text: subjectFacts('>', 'asc'), start: ['-9223372036854775808', '-1'] },
} as const;

/** The facts of all stories that a subject is folded from. */
export async function readSubjectFacts(
  pool: Pool,
  subject: Subject,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
  order: TimelineOrder = 'desc',
): Promise<TimelinePage> {
  const found =
    clocks.reportedAsOf === Infinity
      ? await storedFacts(pool, subject, clocks, after, limit + 1, order)
      : await reportedFacts(pool, subject, clocks, after, order);
  return toTimelinePage(pool, found, clocks, limit);
}

async function storedFacts(
  pool: Pool,
  { projection, subject }: Subject,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
  order: TimelineOrder,
): Promise<TimelineFact[]> {
  const { text, start } = QUERIES[order];
  const place = after ? [String(after.validFrom), String(after.position)] : start;
  const values = [projection, subject, worldBound(clocks.asOf), clocks.position, ...place, limit];
  const { rows } = await pool.query<{ form: StoredFactState }>({
    name: `subject-facts-${order}`,
    text,
    values,
  });
  return rows.flatMap(({ form }) => resolveForTimeline(readFactState(form)) ?? []);
}

async function reportedFacts(
  pool: Pool,
  subject: Subject,
  clocks: Clocks,
  after: TimelinePlace | null,
  order: TimelineOrder,
): Promise<TimelineFact[]> {
  const [facts = []] = await factsAsReported(pool, [subject], clocks);
  return facts
    .map((fact): TimelineFact => ({ ...fact, withdrawn: false }))
    .filter(({ resolved }) => resolved.period.from <= clocks.asOf)
    .filter((one) => after === null || comparePlaces(order, after, placeOf(one)) < 0)
    .sort((a, b) => comparePlaces(order, placeOf(a), placeOf(b)));
}
