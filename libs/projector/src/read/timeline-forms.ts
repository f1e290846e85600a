import type { Period } from '#catalogue/values/reduced-date.js';
import type { Pool } from 'pg';
import { formOf, storedForm, type StoredForm } from '../batch/stored-forms.js';
import type { FactForm } from '../facts/fact-form.js';
import { askedTogether } from './asked-together.js';
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

interface Question {
  story: string;
  as_of: string;
  position: number;
  since: string;
  /** Any, where these four are `null`. */
  types: readonly string[] | null;
  party: string | null;
  person: string | null;
  publisher: string | null;
  /** With the withdrawn ones. */
  retracted: boolean;
  /** Before this place. */
  before: string;
  before_position: string;
  most: number;
  /** Of this subject, or `null`. */
  projection: number | null;
  subject: string | null;
  /** Only facts that no event is about. */
  alone: boolean;
}

/** A withdrawn fact has left its subjects, by the request from which its last form is known. $1 questions */
const TIMELINES = `
select q.n, t.form
  from rows from (json_to_recordset($1::json) as (
         story text, as_of bigint, position bigint, since bigint, types text[], party text, person text, publisher text, retracted boolean,
         before bigint, before_position bigint, most int, projection int, subject text, alone boolean)) with ordinality
       q(story, as_of, position, since, types, party, person, publisher, retracted, before, before_position, most, projection, subject, alone, n)
 cross join lateral (
   select ${storedForm('f')} as form, f.valid_from, f.position from fact f
    where f.story = q.story and f.valid_from <= q.as_of and f.known_from <= q.position and f.known_to > q.position
      and (f.valid_from, f.position) < (q.before, q.before_position)
      and f.valid_from >= q.since
      and f.type not in ('StoryOpened', 'StoryClosed')
      and (q.types is null or f.type = any(q.types))
      and (q.party is null or f.parties @> array[q.party])
      and (q.person is null or f.persons @> array[q.person])
      and (q.publisher is null or f.publishers @> array[q.publisher] or f.revises and exists (
        select 1 from fact a where a.position = f.position and a.known_from < f.known_from and a.publishers @> array[q.publisher]))
      and (q.retracted or not f.retracted)
      and (q.projection is null or exists (
        select 1 from subject_fact s
         where s.projection = q.projection and s.subject = q.subject and s.position = f.position and s.valid_from = f.valid_from
           and s.known_from <= q.position and (s.known_to > q.position or f.retracted and s.known_to = f.known_from)))
      and (not q.alone or not exists (select 1 from event e where e.fact_id = f.id and e.target is not null and e.position <= q.position))
    order by f.valid_from desc, f.position desc limit q.most) t
 order by q.n, t.valid_from desc, t.position desc`;

const askOfTimeline = askedTogether<Question, { form: StoredForm }>('timelines', TIMELINES);

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
  const [before, before_position] = after ? [String(after.validFrom), String(after.position)] : FIRST;
  const rows = await askOfTimeline(pool, {
    story,
    as_of: worldBound(clocks.asOf),
    position: clocks.position,
    since: filter.from ? String(filter.from.from) : '-9223372036854775808',
    types: filter.types ?? null,
    party: filter.party ?? null,
    person: filter.person ?? null,
    publisher: filter.publisher ?? null,
    retracted: filter.retracted ?? false,
    before,
    before_position,
    most: limit,
    projection: filter.subject?.projection ?? null,
    subject: filter.subject?.subject ?? null,
    alone,
  });
  return rows.map(({ form }) => formOf(form));
}
