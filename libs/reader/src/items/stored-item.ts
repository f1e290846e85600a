import { MAX_ITEM_EVENTS, type RowOrigin } from './view-item.js';
import type { Dispute, DisputeCandidate, DisputedFact, RowContent, RowMetadata } from '#history/fold/row.js';
import { completeDisputed } from '#history/fold/abridged-rows.js';
import { assembleLists, joinLists } from '#history/fold/append-lists.js';
import { applyDelta } from '#history/revise/text-delta.js';
import { withListChanges } from '#projector/store/append-lists.js';
import type { AnyView } from '#views/define-view.js';
import { saysOfText, type RowHead } from '#history/revise/row-version.js';

/**
 * SQL: the columns of `StoredItem`. They come from `v`, the row that holds at a point, `w`, the row whose state its own
 * is a difference from, `r`, the row that opened its run of equal headlines, `l1` and `l2`, the changes of its append
 * lists, and `e`, the ids of the subject's latest facts. Each takes one index lookup, however long the history: the key
 * of view_version ends in known_from, so rows known at other positions are skipped within the index.
 */
export const STORED_ITEM =
  'v.story, v.item, v.state, w.state as whole, l1.texts as list_1, l2.texts as list_2, ' +
  'coalesce(v.run_from, r.run_from) as run_since, e.events';

export interface StoredItem extends ItemColumns {
  story: string;
  /** The date from which its run counts; `null`: the date of its last fact. */
  run_since: string | null;
  events: string | null;
}

/** SQL: the ids of the facts `l` in their order, as one text, which is faster to read than an array. */
export const EVENTS = `string_agg(l.fact_id::text, ',' order by l.valid_from, l.position) as events`;

/** What is behind a stored row. */
export const originOf = (
  { events, run_since }: Pick<StoredItem, 'events' | 'run_since'>,
  { factDate }: RowMetadata,
): RowOrigin => ({ since: run_since ?? factDate, events: events?.split(',') ?? [] });

/**
 * SQL: joins to a row `v` of `view_version` the row `w` that its state is stored as a difference from. The limit makes
 * it a lookup, however many rows PostgreSQL expects.
 */
export const WITH_WHOLE = withWhole('v', 'w');

function withWhole(row: string, whole: string): string {
  return `
  left join lateral (
    select w.state from view_version w
     where ${row}.whole_position is not null and w.projection = ${row}.projection and w.subject = ${row}.subject
       and w.valid_from = ${row}.whole_valid_from and w.position = ${row}.whole_position
       and w.known_from = ${row}.whole_known_from
     limit 1) ${whole} on true`;
}

/**
 * SQL: joins to a row `v` the last row of its date as `d`, which is needed to complete an abridged row. Joins nothing
 * if `v` is itself the last; a row that holds at a date always is.
 */
export const withLastOfDate = (position: string): string => `
  left join lateral (
    select l.state, lw.state as whole from (
      select * from view_version o
       where v.disputed and o.projection = v.projection and o.subject = v.subject
         and o.valid_from = v.valid_from and o.position > v.position
         and o.known_from <= ${position} and o.known_to > ${position}
       order by o.position desc limit 1) l ${withWhole('l', 'lw')}) d on true`;

/** SQL: joins to a row `v` what `STORED_ITEM` needs to decode its state, as known at a position. */
export const withState = (position: string): string =>
  `${WITH_WHOLE} ${withListChanges(`c.known_from <= ${position} and c.known_to > ${position}`)}`;

/** SQL: joins to a row `v` the row `r` that opened its run, as known at a position, unless `v` itself opened it. */
export const withRun = (position: string): string => `
  left join lateral (
    select coalesce(o.run_from, o.item->>'since') as run_from from view_version o
     where not v.opens_run and o.opens_run and o.projection = v.projection and o.subject = v.subject
       and (o.valid_from, o.position) < (v.valid_from, v.position)
       and o.known_from <= ${position} and o.known_to > ${position}
     order by o.valid_from desc, o.position desc limit 1) r on true`;

/**
 * SQL: joins `v`, `w`, `r`, `l1`, `l2` and `e` to a row `t` of projection and subject. Drops `t` if `view_version` has
 * no row there.
 */
export const withStoredItem = (asOf: string, position: string): string => `
 cross join lateral (
   select * from view_version v
    where v.projection = t.projection and v.subject = t.subject
      and v.valid_from <= ${asOf} and v.known_from <= ${position} and v.known_to > ${position}
    order by v.valid_from desc, v.position desc limit 1) v ${withState(position)} ${withRun(position)}
 cross join lateral (
   select ${EVENTS} from (
     select s.fact_id, s.valid_from, s.position from subject_fact s
      where s.projection = t.projection and s.subject = t.subject
        and s.valid_from <= ${asOf} and s.known_from <= ${position} and s.known_to > ${position}
      order by s.valid_from desc, s.position desc limit ${MAX_ITEM_EVENTS}) l) e`;

/**
 * A row as it is stored: its head and its text. If there is `whole`, `state` is the difference of the text from that.
 */
interface ItemColumns {
  item: RowHead | EarlierItem;
  state: string | null;
  whole: string | null;
  /** What facts did to the append lists of the view; absent where they are not read. */
  list_1?: string | null;
  list_2?: string | null;
  /** The same two columns of the last row of its date; absent where the row itself is the last. */
  last_state?: string | null;
  last_whole?: string | null;
}

/** An item as earlier releases stored it: with lists and disputes, and the state in it or as the whole text. */
interface EarlierItem extends Omit<RowContent, 'disputed' | 'state' | 'factDate' | 'factId'> {
  since: string | null;
  state?: unknown;
  disputed: {
    fact: number;
    holds: string[];
    disputes: (Pick<Dispute, 'property' | 'reason' | 'open'> & {
      candidates: Omit<DisputeCandidate, 'counts'>[];
      doubts: string[];
    })[];
  }[];
}

/** Decodes a stored row of a view. */
export function itemOf(view: AnyView, columns: ItemColumns): RowContent {
  const { item, state, whole, list_1, list_2, last_state = null, last_whole = null } = columns;
  const text = textOf(state, whole);
  if ('claims' in item) return itemOfEarlier(item, text);
  const stored = saysOfText(item, text ?? 'null');
  const { says } = stored;
  if (says.disputed.some(({ abridged }) => abridged)) {
    const last = saysOfText(item, textOf(last_state, last_whole) ?? 'null');
    says.disputed = completeDisputed(says.disputed, last.says.disputed);
  }
  const rest = JSON.parse(stored.state) as unknown;
  // A row of an earlier version of the view holds its lists, and has no changes of them.
  const hasChanges = typeof list_1 === 'string' || typeof list_2 === 'string';
  return { ...says, state: hasChanges ? joinLists(rest, assembleLists(view, [list_1, list_2])) : rest };
}

const textOf = (state: string | null, whole: string | null): string | null =>
  state === null || whole === null ? state : applyDelta(whole, state);

function itemOfEarlier({ since: factDate, ...item }: EarlierItem, state: string | null): RowContent {
  const disputed = item.disputed.map(({ fact, holds, disputes }): DisputedFact => ({
    fact,
    holds,
    record: '',
    disputes: disputes.map(({ doubts, property, reason, open, candidates }, n) => {
      const counted = candidates.map((one) => ({
        ...one,
        counts: { events: one.events.length, publishers: one.publishers.length },
      }));
      return {
        n,
        open,
        doubts,
        dispute: { property, reason, open, candidates: counted, counts: { candidates: candidates.length } },
      };
    }),
  }));
  return {
    ...item,
    factDate,
    factId: null,
    disputed,
    state: state === null ? item.state : (JSON.parse(state) as unknown),
  };
}
