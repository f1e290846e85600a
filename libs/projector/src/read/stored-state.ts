import type { RowItem } from '../fold/row.js';
import { restored } from '../revise/difference.js';

/** Joins to a row `v` of `view_version` the row `w` whose state its own is told from: looked up, however many rows PostgreSQL expects. */
export const WITH_WHOLE = `
  left join lateral (
    select w.state from view_version w
     where v.whole_position is not null and w.projection = v.projection and w.subject = v.subject
       and w.valid_from = v.whole_valid_from and w.position = v.whole_position and w.known_from = v.whole_known_from
     limit 1) w on true`;

/** A row's state as it is stored: JSON, or with `whole` the difference from that. */
export interface StateColumns {
  state: string;
  whole: string | null;
}

/** JSON of a row's state. */
export const stateText = ({ state, whole }: StateColumns): string => (whole === null ? state : restored(whole, state));

/** What a row says. `state` is `null` where it was written when states stood in their items. */
export interface ItemColumns {
  item: Omit<RowItem, 'state'>;
  state: string | null;
  whole: string | null;
}

export const itemOf = ({ item, state, whole }: ItemColumns): RowItem =>
  state === null ? (item as RowItem) : { ...item, state: JSON.parse(stateText({ state, whole })) as unknown };
