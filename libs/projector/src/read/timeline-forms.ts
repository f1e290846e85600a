import type { Period } from '#catalogue/values/reduced-date.js';
import type { Pool } from 'pg';
import type { FactForm } from '../facts/fact-form.js';
import { worldBound } from './bounds.js';
import type { Clocks } from './clocks.js';
import type { Subject } from './subject.js';
import type { TimelinePlace } from './timeline-page.js';

export interface TimelineFilter {
  /** Facts whose date begins at or after the start of this one. */
  from?: Period | undefined;
  /** Facts of one of these types. */
  types?: readonly string[] | undefined;
  party?: string | undefined;
  person?: string | undefined;
  publisher?: string | undefined;
  /** Facts that a subject of a view is made of. */
  subject?: Subject | undefined;
  /** Show what was withdrawn, too. */
  retracted?: boolean | undefined;
}

/**
 * $1 story, $2 world date, $3 position, $4 from, $5 types, $6 party, $7 person, $8 publisher (null: any), $9 with the withdrawn ones,
 * $10 and $11 before this place, $12 how many, $13 projection and $14 subject, or null, $15 only facts that no event is about.
 * A withdrawn fact has left its subjects, by the request from which its last form is known.
 */
const TIMELINE = `
select f.form from fact f
 where f.story = $1 and f.valid_from <= $2 and f.known_from <= $3 and f.known_to > $3
   and (f.valid_from, f.position) < ($10, $11)
   and f.valid_from >= $4
   and f.type not in ('StoryOpened', 'StoryClosed')
   and ($5::text[] is null or f.type = any($5))
   and ($6::text is null or f.parties @> array[$6])
   and ($7::text is null or f.persons @> array[$7])
   and ($8::text is null or f.publishers @> array[$8])
   and ($9 or not f.retracted)
   and ($13::int is null or exists (
     select 1 from subject_fact s where s.projection = $13 and s.subject = $14 and s.position = f.position and s.valid_from = f.valid_from
                                    and s.known_from <= $3 and (s.known_to > $3 or f.retracted and s.known_to = f.known_from)))
   and (not $15 or not exists (select 1 from event e where e.fact_id = f.id and e.target is not null and e.position <= $3))
 order by f.valid_from desc, f.position desc limit $12`;

const FIRST: [string, string] = ['9223372036854775807', '9223372036854775807'];

/** The forms of a story's facts in the order and by the dates of what is told now. `alone`: only of those that no event is about. */
export async function readForms(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
  alone: boolean,
): Promise<FactForm[]> {
  const values = [
    story,
    worldBound(clocks.asOf),
    clocks.position,
    filter.from ? String(filter.from.from) : '-9223372036854775808',
    filter.types ?? null,
    filter.party ?? null,
    filter.person ?? null,
    filter.publisher ?? null,
    filter.retracted ?? false,
    ...(after ? [String(after.validFrom), String(after.position)] : FIRST),
    limit,
    filter.subject?.projection ?? null,
    filter.subject?.subject ?? null,
    alone,
  ];
  const { rows } = await pool.query<{ form: FactForm }>({ name: 'timeline', text: TIMELINE, values });
  return rows.map(({ form }) => form);
}
