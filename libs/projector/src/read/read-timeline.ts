import type { Period } from '#catalogue/values/reduced-date.js';
import type { Pool } from 'pg';
import type { FactForm } from '../facts/fact-form.js';
import { tellFact } from '../facts/tell-fact.js';
import { worldBound } from './bounds.js';
import type { Clocks } from './clocks.js';
import { timelineEntry, type TimelineEntry } from './told-entry.js';

export interface TimelineFilter {
  /** Facts whose date begins at or after the start of this one. */
  from?: Period | undefined;
  type?: string | undefined;
  party?: string | undefined;
  person?: string | undefined;
  publisher?: string | undefined;
  /** Facts that a subject of a view is made of. */
  subject?: { projection: number; subject: string } | undefined;
  /** Show what was withdrawn, too. */
  retracted?: boolean | undefined;
}

/** A place in the timeline. */
export interface TimelinePlace {
  validFrom: number;
  position: number;
}

export interface TimelinePage {
  items: TimelineEntry[];
  next: TimelinePlace | null;
}

/**
 * $1 story, $2 world date, $3 position, $4 from, $5 type, $6 party, $7 person, $8 publisher (null: any), $9 with the withdrawn ones,
 * $10 and $11 before this place, $12 how many, $13 projection and $14 subject, or null
 */
const TIMELINE = `
select f.valid_from, f.position, f.retracted, f.form from fact f
 where f.story = $1 and f.valid_from <= $2 and f.known_from <= $3 and f.known_to > $3
   and (f.valid_from, f.position) < ($10, $11)
   and f.valid_from >= $4
   and f.type not in ('StoryOpened', 'StoryClosed')
   and ($5::text is null or f.type = $5)
   and ($6::text is null or f.parties @> array[$6])
   and ($7::text is null or f.persons @> array[$7])
   and ($8::text is null or f.publishers @> array[$8])
   and ($9 or not f.retracted)
   and ($13::int is null or exists (
     select 1 from subject_fact s where s.projection = $13 and s.subject = $14 and s.position = f.position and s.valid_from = f.valid_from
                                    and s.known_from <= $3 and s.known_to > $3))
 order by f.valid_from desc, f.position desc limit $12`;

interface FactColumns {
  valid_from: string;
  position: string;
  retracted: boolean;
  form: FactForm;
}

const FIRST: [string, string] = ['9223372036854775807', '9223372036854775807'];

/** A story's facts as they stood at one point of the clocks, newest first. */
export async function readTimeline(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
): Promise<TimelinePage> {
  const values = [
    story,
    worldBound(clocks.asOf),
    clocks.position,
    filter.from ? String(filter.from.from) : '-9223372036854775808',
    filter.type ?? null,
    filter.party ?? null,
    filter.person ?? null,
    filter.publisher ?? null,
    filter.retracted ?? false,
    ...(after ? [String(after.validFrom), String(after.position)] : FIRST),
    limit + 1,
    filter.subject?.projection ?? null,
    filter.subject?.subject ?? null,
  ];
  const { rows } = await pool.query<FactColumns>({ name: 'timeline', text: TIMELINE, values });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(readEntry),
    next: rows.length > limit && last ? { validFrom: Number(last.valid_from), position: Number(last.position) } : null,
  };
}

/** A fact with its story's words, from its form. */
export function readEntry({ form, retracted }: { form: FactForm; retracted: boolean }): TimelineEntry {
  const told = retracted ? tellWithdrawn(form) : tellFact(form);
  if (!told) throw new Error(`fact ${form.id} has no account`);
  return timelineEntry(form, told, retracted);
}

/** A withdrawn fact as it was told before: shown struck, never as holding. */
function tellWithdrawn(form: FactForm): ReturnType<typeof tellFact> {
  return tellFact({ ...form, retractions: form.retractions.filter((one) => one.target !== form.id) });
}

/** $1 projection, $2 subject, $3 world date, $4 position, $5 and $6 before this place, $7 how many */
const SUBJECT_FACTS = `
select s.valid_from, s.position, f.retracted, f.form
  from subject_fact s join fact f on f.position = s.position and f.known_from <= $4 and f.known_to > $4
 where s.projection = $1 and s.subject = $2 and s.valid_from <= $3 and s.known_from <= $4 and s.known_to > $4 and (s.valid_from, s.position) < ($5, $6)
 order by s.valid_from desc, s.position desc limit $7`;

/** All facts that a subject is made of, of whatever story, newest first. */
export async function readSubjectFacts(
  pool: Pool,
  subject: { projection: number; subject: string },
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
): Promise<TimelinePage> {
  const place = after ? [String(after.validFrom), String(after.position)] : FIRST;
  const values = [subject.projection, subject.subject, worldBound(clocks.asOf), clocks.position, ...place, limit + 1];
  const { rows } = await pool.query<FactColumns>({ name: 'subject-facts', text: SUBJECT_FACTS, values });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(readEntry),
    next: rows.length > limit && last ? { validFrom: Number(last.valid_from), position: Number(last.position) } : null,
  };
}
