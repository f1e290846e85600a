import type { Period } from '#catalogue/values/reduced-date.js';
import type { Pool } from 'pg';
import { formOf, storedForm, type StoredForm } from '#projector/store/stored-fact-states.js';
import type { FactState } from '#history/facts/fact-state.js';
import { batchedQuery } from '../sql/batched-query.js';
import { worldBound } from '../clocks/bounds.js';
import type { Clocks } from '../clocks/clocks.js';
import type { Subject } from '../subjects/subject.js';
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
  /** After this place, in the order of the list. */
  before: string;
  before_position: string;
  before_known: string;
  most: number;
  /** Of this subject, or `null`. */
  projection: number | null;
  subject: string | null;
  /** Only facts that no event is about. */
  alone: boolean;
}

/** How many are looked at in one question, whatever is asked for: what a filter lets through may lie far apart. */
const LOOKED_AT = 5_000;

/** Whether a form `f` is one that is known and asked for by `q`. */
const PASSES = `
       f.known_from <= q.position and f.known_to > q.position
   and f.type not in ('StoryOpened', 'StoryClosed')
   and (q.types is null or f.type = any(q.types))
   and (q.party is null or f.parties @> array[q.party])
   and (q.person is null or f.persons @> array[q.person])
   and (q.publisher is null or f.publishers @> array[q.publisher] or f.revises and exists (
     select 1 from fact a where a.position = f.position and a.known_from < f.known_from and a.publishers @> array[q.publisher]))
   and (q.retracted or not f.retracted)
   and (not q.alone or not exists (select 1 from event e where e.fact_id = f.id and e.target is not null and e.position <= q.position))`;

/**
 * Of what is looked at, in order, what passes, and the last in any case: from there the next question goes on. $1
 * questions
 *
 * @param order the order of the lookup. By the same columns the planner knows it for sorted, and stops once the page is
 * full
 */
const timelines = (lookedAt: string, order: string): string => `
select q.n, case when t.passes then ${storedForm('t', 't.form_known_from')} end as form, t.passes, t.nth, t.valid_from, t.position, t.known_from
  from rows from (json_to_recordset($1::json) as (
         story text, as_of bigint, position bigint, since bigint, types text[], party text, person text, publisher text, retracted boolean,
         before bigint, before_position bigint, before_known bigint, most int, projection int, subject text, alone boolean)) with ordinality
       q(story, as_of, position, since, types, party, person, publisher, retracted, before, before_position, before_known, most, projection, subject, alone, n)
 cross join lateral (select w.* from (${lookedAt} limit ${LOOKED_AT}) w where w.passes or w.nth = ${LOOKED_AT} order by ${order} limit q.most) t
 order by q.n, t.nth`;

const OF_STORY = timelines(
  `
  select f.form, f.revises, f.known_from as form_known_from, f.valid_from, f.position, f.known_from, ${PASSES} as passes,
         row_number() over (order by f.valid_from desc, f.position desc, f.known_from) as nth
    from fact f
   where f.story = q.story and f.valid_from <= q.as_of and f.valid_from >= q.since
     and (f.valid_from, f.position) <= (q.before, q.before_position)
     and ((f.valid_from, f.position) < (q.before, q.before_position) or f.known_from > q.before_known)
   order by f.valid_from desc, f.position desc, f.known_from`,
  'w.valid_from desc, w.position desc, w.known_from',
);

/**
 * By the subject's own index. A withdrawn fact has left its subjects, by the request from which its last form is known.
 */
const OF_SUBJECT = timelines(
  `
  select f.form, f.revises, f.known_from as form_known_from, s.valid_from, s.position, s.known_from,
         ${PASSES} and f.story = q.story and f.valid_from = s.valid_from
         and s.known_from <= q.position and (s.known_to > q.position or f.retracted and s.known_to = f.known_from) as passes,
         row_number() over (order by s.valid_from desc, s.position desc, s.known_from desc) as nth
    from subject_fact s
   cross join lateral (
     select * from fact f where f.position = s.position and f.known_from <= q.position and f.known_to > q.position limit 1) f
   where s.projection = q.projection and s.subject = q.subject and s.valid_from <= q.as_of and s.valid_from >= q.since
     and (s.valid_from, s.position) <= (q.before, q.before_position)
     and ((s.valid_from, s.position) < (q.before, q.before_position) or s.known_from < q.before_known)
   order by s.valid_from desc, s.position desc, s.known_from desc`,
  'w.valid_from desc, w.position desc, w.known_from desc',
);

interface LookedAt {
  /** Of what passes. */
  form: StoredForm;
  passes: boolean;
  nth: string;
  valid_from: string;
  position: string;
  known_from: string;
}

const LAST = '9223372036854775807';

/** The two ways, and what stands for "after all of this place" in the order of each. */
const ofStory = { ask: batchedQuery<Question, LookedAt>('timelines', OF_STORY), afterAll: LAST };
const ofSubject = { ask: batchedQuery<Question, LookedAt>('timelines-of-subjects', OF_SUBJECT), afterAll: '-1' };

/**
 * The forms of a story's facts in the order and by the dates of what is told now. `alone`: only of those that no event
 * is about.
 */
export async function readForms(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
  alone: boolean,
): Promise<FactState[]> {
  const { ask, afterAll } = filter.subject ? ofSubject : ofStory;
  const forms: FactState[] = [];
  let [before, before_position, before_known] = after
    ? [String(after.validFrom), String(after.position), afterAll]
    : [LAST, LAST, afterAll];
  for (;;) {
    const rows = await ask(pool, {
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
      before_known,
      most: limit - forms.length,
      projection: filter.subject?.projection ?? null,
      subject: filter.subject?.subject ?? null,
      alone,
    });
    for (const { passes, form } of rows) if (passes) forms.push(formOf(form));
    const last = rows.at(-1);
    if (forms.length >= limit || !last || Number(last.nth) < LOOKED_AT) return forms;
    [before, before_position, before_known] = [last.valid_from, last.position, last.known_from];
  }
}
