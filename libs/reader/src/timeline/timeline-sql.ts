import { factStateSql, type StoredFactState } from '#projector/store/stored-fact-states.js';
import { batchedQuery } from '../sql/generic-plan.js';
import type { TimelineOrder } from './timeline-fact.js';

/** What a statement selects: the facts that pass, after a place in an order. */
export interface TimelineQuestion {
  story: string | null;
  as_of: string;
  position: number;
  since: string;
  /** `null` in the next four: any. */
  types: readonly string[] | null;
  parties: readonly string[] | null;
  person: string | null;
  publisher: string | null;
  /** Patterns of which the first row of a fact matches one, or `null`. */
  says: readonly string[] | null;
  /** Also withdrawn facts. */
  retracted: boolean;
  /** After this place, in the order of the list. */
  before: string;
  before_position: string;
  before_known: string;
  most: number;
  /** Facts that this subject is folded from; `null`: all facts. */
  projection: number | null;
  subject: string | null;
  /** Only facts without meta-events. */
  unchanged: boolean;
}

/** How many facts one query looks at, whatever the limit: those that pass a filter may lie far apart. */
export const FACTS_LOOKED_AT = 5_000;

/** SQL: whether a row `f` of `fact` is known and passes the filter of a question `q`. */
const PASSES = `
       f.known_from <= q.position and f.known_to > q.position
   and f.type not in ('StoryOpened', 'StoryClosed')
   and (q.types is null or f.type = any(q.types))
   and (q.parties is null or f.parties && q.parties)
   and (q.person is null or f.persons @> array[q.person])
   and (q.publisher is null or f.publishers @> array[q.publisher] or f.revises and exists (
     select 1 from fact a
      where a.position = f.position and a.known_from < f.known_from and a.publishers @> array[q.publisher]))
   and (q.says is null or f.revises or f.form::text like any(q.says))
   and (q.retracted or not f.retracted)
   and (not q.unchanged or not exists (
     select 1 from event e where e.fact_id = f.id and e.target is not null and e.position <= q.position))`;

/**
 * The rows that pass among those that are looked at, in order, and the last row in any case: the next query continues
 * after it. $1 questions
 *
 * @param order the order of the rows looked at. It uses the same columns as that lookup, so the planner sees that they
 * are sorted, and stops once the page is full
 */
const timelines = (lookedAt: string, order: string): string => `
select q.n, case when t.passes then ${factStateSql('t', 't.form_known_from')} end as form,
       t.passes, t.nth, t.valid_from, t.position, t.known_from
  from rows from (json_to_recordset($1::json) as (
         story text, as_of bigint, position bigint, since bigint, types text[], parties text[], person text,
         publisher text, says text[], retracted boolean, before bigint, before_position bigint,
          before_known bigint, most int,
         projection int, subject text, unchanged boolean)) with ordinality
       q(story, as_of, position, since, types, parties, person, publisher, says, retracted, before, before_position,
         before_known, most, projection, subject, unchanged, n)
 cross join lateral (
   select w.* from (${lookedAt} limit ${FACTS_LOOKED_AT}) w
    where w.passes or w.nth = ${FACTS_LOOKED_AT} order by ${order} limit q.most) t
 order by q.n, t.nth`;

/** SQL for the two orders: how places compare, and how rows are sorted. */
interface InOrder {
  /** A place comes later in the order, or is the same. */
  from: '<=' | '>=';
  after: '<' | '>';
  /** The direction of dates and positions, and the opposite one. */
  along: 'asc' | 'desc';
  back: 'asc' | 'desc';
}

const IN_ORDER: Readonly<Record<TimelineOrder, InOrder>> = {
  desc: { from: '<=', after: '<', along: 'desc', back: 'asc' },
  asc: { from: '>=', after: '>', along: 'asc', back: 'desc' },
};

/** Facts of one story, or of all, by an index that has the same order. */
const ofFacts = ({ from, after, along, back }: InOrder, story: string): string =>
  timelines(
    `
  select f.form, f.revises, f.known_from as form_known_from, f.valid_from, f.position, f.known_from,
         ${PASSES} as passes,
         row_number() over (order by f.valid_from ${along}, f.position ${along}, f.known_from ${back}) as nth
    from fact f
   where ${story} f.valid_from <= q.as_of and f.valid_from >= q.since
     and (f.valid_from, f.position) ${from} (q.before, q.before_position)
     and ((f.valid_from, f.position) ${after} (q.before, q.before_position)
          or f.known_from ${after === '<' ? '>' : '<'} q.before_known)
   order by f.valid_from ${along}, f.position ${along}, f.known_from ${back}`,
    `w.valid_from ${along}, w.position ${along}, w.known_from ${back}`,
  );

/**
 * By the index of the subject. A withdrawn fact has left its subjects with the request from which its last state is
 * known.
 */
const ofSubjects = ({ from, after, along }: InOrder): string =>
  timelines(
    `
  select f.form, f.revises, f.known_from as form_known_from, s.valid_from, s.position, s.known_from,
         ${PASSES} and (q.story is null or f.story = q.story) and f.valid_from = s.valid_from
         and s.known_from <= q.position
         and (s.known_to > q.position or f.retracted and s.known_to = f.known_from) as passes,
         row_number() over (order by s.valid_from ${along}, s.position ${along}, s.known_from ${along}) as nth
    from subject_fact s
   cross join lateral (
     select * from fact f
      where f.position = s.position and f.known_from <= q.position and f.known_to > q.position limit 1) f
   where s.projection = q.projection and s.subject = q.subject and s.valid_from <= q.as_of and s.valid_from >= q.since
     and (s.valid_from, s.position) ${from} (q.before, q.before_position)
     and ((s.valid_from, s.position) ${after} (q.before, q.before_position) or s.known_from ${after} q.before_known)
   order by s.valid_from ${along}, s.position ${along}, s.known_from ${along}`,
    `w.valid_from ${along}, w.position ${along}, w.known_from ${along}`,
  );

export interface TimelineRow {
  /** `null` unless the row passes. */
  form: StoredFactState;
  passes: boolean;
  nth: string;
  valid_from: string;
  position: string;
  known_from: string;
}

/** Bounds of valid times and of positions. */
const LAST = '9223372036854775807';
export const BEFORE_ALL_DATES = '-9223372036854775808';
const NONE = '-1';

/** The queries of an order: their statements, and the `before_known` with which each continues after a whole place. */
function queriesOf(order: TimelineOrder, start: [string, string], beyond: { facts: string; subjects: string }) {
  const sql = IN_ORDER[order];
  const named = (name: string, text: string) => batchedQuery<TimelineQuestion, TimelineRow>(`${name}-${order}`, text);
  return {
    start,
    ofStory: { query: named('timelines', ofFacts(sql, 'f.story = q.story and')), afterAll: beyond.facts },
    ofAll: { query: named('timelines-of-all', ofFacts(sql, '')), afterAll: beyond.facts },
    ofSubject: { query: named('timelines-of-subjects', ofSubjects(sql)), afterAll: beyond.subjects },
  };
}

export const TIMELINE_QUERIES = {
  desc: queriesOf('desc', [LAST, LAST], { facts: LAST, subjects: NONE }),
  asc: queriesOf('asc', [BEFORE_ALL_DATES, NONE], { facts: NONE, subjects: LAST }),
};
