import type { RowItem } from '../fold/row.js';
import { restored } from '../revise/difference.js';
import { saysOfText, type RowHead } from '../revise/known-row.js';

/** Joins to a row `v` of `view_version` the row `w` whose state its own is told from: looked up, however many rows PostgreSQL expects. */
export const WITH_WHOLE = `
  left join lateral (
    select w.state from view_version w
     where v.whole_position is not null and w.projection = v.projection and w.subject = v.subject
       and w.valid_from = v.whole_valid_from and w.position = v.whole_position and w.known_from = v.whole_known_from
     limit 1) w on true`;

/** A row as it is stored: its head, and its text or with `whole` what differs in it from that. */
export interface ItemColumns {
  item: RowHead;
  state: string;
  whole: string | null;
}

const textOf = ({ state, whole }: Pick<ItemColumns, 'state' | 'whole'>): string => (whole === null ? state : restored(whole, state));

/** What a row says. */
export function itemOf(columns: ItemColumns): RowItem {
  const { says, state } = saysOfText(columns.item, textOf(columns));
  return { ...says, state: JSON.parse(state) as unknown };
}
