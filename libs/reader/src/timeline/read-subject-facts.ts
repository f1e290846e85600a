import type { Pool } from 'pg';
import { formOf, storedForm, type StoredForm } from '#projector/store/stored-fact-states.js';
import { worldBound } from '../clocks/bounds.js';
import type { Clocks } from '../clocks/clocks.js';
import { factsAsReported } from '../items/as-reported.js';
import type { Subject } from '../subjects/subject.js';
import { resolveForTimeline, type TimelineFact } from './resolve-for-timeline.js';
import { newestFirst, toTimelinePage, placeOf, type TimelinePage, type TimelinePlace } from './timeline-page.js';

/** $1 projection, $2 subject, $3 world date, $4 position, $5 and $6 before this place, $7 how many */
const SUBJECT_FACTS = `
select ${storedForm('f')} as form
  from subject_fact s join fact f on f.position = s.position and f.known_from <= $4 and f.known_to > $4
 where s.projection = $1 and s.subject = $2 and s.valid_from <= $3 and s.known_from <= $4 and s.known_to > $4 and (s.valid_from, s.position) < ($5, $6)
 order by s.valid_from desc, s.position desc limit $7`;

const FIRST: [string, string] = ['9223372036854775807', '9223372036854775807'];

/** All facts that a subject is made of, of whatever story, newest first. */
export async function readSubjectFacts(
  pool: Pool,
  subject: Subject,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
): Promise<TimelinePage> {
  const found =
    clocks.reportedAsOf === Infinity
      ? await stored(pool, subject, clocks, after, limit + 1)
      : await reported(pool, subject, clocks, after);
  return toTimelinePage(found, clocks, limit);
}

async function stored(
  pool: Pool,
  { projection, subject }: Subject,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
): Promise<TimelineFact[]> {
  const place = after ? [String(after.validFrom), String(after.position)] : FIRST;
  const values = [projection, subject, worldBound(clocks.asOf), clocks.position, ...place, limit];
  const { rows } = await pool.query<{ form: StoredForm }>({ name: 'subject-facts', text: SUBJECT_FACTS, values });
  return rows.flatMap(({ form }) => resolveForTimeline(formOf(form), Infinity) ?? []);
}

async function reported(
  pool: Pool,
  subject: Subject,
  clocks: Clocks,
  after: TimelinePlace | null,
): Promise<TimelineFact[]> {
  const [facts = []] = await factsAsReported(pool, [subject], clocks);
  return facts
    .map((fact): TimelineFact => ({ ...fact, withdrawn: false }))
    .filter(({ told }) => told.period.from <= clocks.asOf)
    .filter((one) => after === null || newestFirst(after, placeOf(one)) < 0)
    .sort((a, b) => newestFirst(placeOf(a), placeOf(b)));
}
