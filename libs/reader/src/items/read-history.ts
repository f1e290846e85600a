import type { Pool } from 'pg';
import { itemOfRow, type RowContent } from '#history/fold/row.js';
import { worldBound } from '../clocks/bounds.js';
import type { Clocks } from '../clocks/clocks.js';
import { haltAt } from './halted-subjects.js';
import { rowsAsReported } from './as-reported.js';
import { listsOfRows, type RowLists } from './row-lists.js';
import { EVENTS, eventsOf, STORED_ITEM, type StoredItem } from './stored-item.js';
import { itemOf, WITH_WHOLE } from './stored-state.js';
import type { Subject } from '../subjects/subject.js';
import { MAX_ITEM_EVENTS, viewItem, type ViewItem } from './view-item.js';

/** A place in a subject's history. */
export interface HistoryPlace {
  validFrom: number;
  position: number;
}

export interface HistoryPage {
  items: ViewItem[];
  next: HistoryPlace | null;
  /** Why there are none: the subject is set aside. `null`: it is not. */
  halted: string | null;
}

/** $1 projection, $2 subject, $3 world date, $4 position, $5 and $6 after this place, $7 how many */
const HISTORY = `
select v.valid_from, v.position, ${STORED_ITEM}
  from (
    select * from view_version v
     where v.projection = $1 and v.subject = $2 and v.brings and v.valid_from <= $3 and v.known_from <= $4 and v.known_to > $4
       and (v.valid_from, v.position) > ($5, $6)
     order by v.valid_from, v.position limit $7) v ${WITH_WHOLE}
 cross join lateral (
   select ${EVENTS} from (
     select s.fact_id, s.valid_from, s.position from subject_fact s
      where s.projection = $1 and s.subject = $2 and (s.valid_from, s.position) <= (v.valid_from, v.position) and s.known_from <= $4 and s.known_to > $4
      order by s.valid_from desc, s.position desc limit ${MAX_ITEM_EVENTS}) l) e
 order by v.valid_from, v.position`;

interface HistoryColumns extends StoredItem {
  valid_from: string;
  position: string;
}

const FROM_THE_FIRST: [string, number] = ['-9223372036854775808', -1];

/**
 * A subject's items over world time, oldest first, one for each fact that brought a state, also where the value
 * repeats. Each is told for the date from which it held.
 */
export async function readHistory(
  pool: Pool,
  subject: Subject,
  clocks: Clocks,
  after: HistoryPlace | null,
  limit: number,
): Promise<HistoryPage> {
  const set = haltAt(subject, clocks.position);
  if (set !== null) return { items: [], next: null, halted: set };
  const rows =
    clocks.reportedAsOf === Infinity
      ? await stored(pool, subject, clocks, after, limit + 1)
      : await reported(pool, subject, clocks, after);
  if (typeof rows === 'string') return { items: [], next: null, halted: rows };
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) =>
      viewItem(subject.view, subject.subject, row.story, row.item, row.lists, row.events, row.until),
    ),
    next: rows.length > limit && last ? { validFrom: last.validFrom, position: last.position } : null,
    halted: null,
  };
}

interface HistoryRow extends HistoryPlace {
  story: string;
  item: RowContent;
  lists: RowLists;
  events: string[];
  /** The instant for which the row is told. */
  until: number;
}

async function stored(
  pool: Pool,
  { projection, subject }: Subject,
  clocks: Clocks,
  after: HistoryPlace | null,
  limit: number,
): Promise<HistoryRow[]> {
  const place = after ? [String(after.validFrom), after.position] : FROM_THE_FIRST;
  const values = [projection, subject, worldBound(clocks.asOf), clocks.position, ...place, limit];
  const { rows } = await pool.query<HistoryColumns>({ name: 'history', text: HISTORY, values });
  const found = rows.map((row) => ({ row, item: itemOf(row) }));
  const places = found.map(({ row, item }) => ({
    projection,
    subject,
    says: item,
    validFrom: row.valid_from,
    position: row.position,
  }));
  const lists = await listsOfRows(pool, places, clocks.position);
  return found.map(({ row, item }, n) => ({
    validFrom: Number(row.valid_from),
    position: Number(row.position),
    story: row.story,
    item,
    lists: lists[n] as RowLists,
    events: eventsOf(row),
    until: Number(row.valid_from),
  }));
}

/** @returns why there are none where it is too much to fold on request */
async function reported(
  pool: Pool,
  subject: Subject,
  clocks: Clocks,
  after: HistoryPlace | null,
): Promise<HistoryRow[] | string> {
  const [found] = await rowsAsReported(pool, [subject], clocks);
  if (!found) return [];
  const { rows, facts, listsOf, excess } = found;
  if (excess !== null) return excess;
  return rows
    .filter(
      (row) =>
        row.fromFact &&
        row.validFrom <= clocks.asOf &&
        (!after ||
          row.validFrom > after.validFrom ||
          (row.validFrom === after.validFrom && row.position > after.position)),
    )
    .map((row) => ({
      validFrom: row.validFrom,
      position: row.position,
      story: row.story,
      item: itemOfRow(row),
      lists: listsOf(row),
      events: facts
        .filter(
          (fact) =>
            fact.period.from < row.validFrom || (fact.period.from === row.validFrom && fact.position <= row.position),
        )
        .slice(-MAX_ITEM_EVENTS)
        .map((fact) => fact.id),
      until: row.validFrom,
    }));
}
