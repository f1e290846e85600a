import { WITH_WHOLE, type ItemColumns } from './stored-state.js';
import { MAX_ITEM_EVENTS } from './view-item.js';

/**
 * What is stored of a subject at one point: columns of `v`, the row that holds there, `w`, which its state is told
 * from, and `e`, the latest facts behind it. One index lookup each, however long its history: the key of view_version
 * ends in known_from, so rows of the wrong knowledge are passed over within the index.
 */
export const STORED_ITEM = 'v.story, v.item, v.state, w.state as whole, e.events';

export interface StoredItem extends ItemColumns {
  story: string;
  events: string | null;
}

/** The ids of the facts `l` in their order, as one text: an array takes longer to read. */
export const EVENTS = `string_agg(l.fact_id::text, ',' order by l.valid_from, l.position) as events`;

export const eventsOf = ({ events }: Pick<StoredItem, 'events'>): string[] => events?.split(',') ?? [];

/** Joins these to a row `t` of projection and subject; without a row of `view_version` there, it is left out. */
export const withStoredItem = (asOf: string, position: string): string => `
 cross join lateral (
   select * from view_version v
    where v.projection = t.projection and v.subject = t.subject
      and v.valid_from <= ${asOf} and v.known_from <= ${position} and v.known_to > ${position}
    order by v.valid_from desc, v.position desc limit 1) v ${WITH_WHOLE}
 cross join lateral (
   select ${EVENTS} from (
     select s.fact_id, s.valid_from, s.position from subject_fact s
      where s.projection = t.projection and s.subject = t.subject
        and s.valid_from <= ${asOf} and s.known_from <= ${position} and s.known_to > ${position}
      order by s.valid_from desc, s.position desc limit ${MAX_ITEM_EVENTS}) l) e`;
