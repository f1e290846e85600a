import type { Pool } from 'pg';
import { stateAt } from '#history/fold/headline.js';
import { compareRows, itemOfRow, type Row, type RowContent } from '#history/fold/row.js';
import { withListChanges } from '#projector/store/append-lists.js';
import type { AnyView } from '#views/define-view.js';
import { worldBound, type Clocks } from '../clocks/clocks.js';
import { haltAt, type Subject } from '../subjects/subject.js';
import { rowsAsReported, type ReportedHistory } from './as-reported.js';
import { undatedField } from './left-out.js';
import { readItemsAt } from './read-items.js';
import { listsOfRows } from './row-lists.js';
import {
  EVENTS,
  itemOf,
  originOf,
  STORED_ITEM,
  type StoredItem,
  WITH_WHOLE,
  withLastOfDate,
  withRun,
} from './stored-item.js';
import { MAX_ITEM_EVENTS, viewItem, type ViewItem } from './view-item.js';

/** A place in a subject's history: the instant of a step, and the position of the fact that holds there. */
export interface HistoryPlace {
  validFrom: number;
  position: number;
}

/** An item of a subject from a date on. `by`: whether a fact brought its state, or time alone. */
export interface HistoryStep extends ViewItem {
  by: 'fact' | 'time';
}

export interface HistoryPage {
  items: HistoryStep[];
  next: HistoryPlace | null;
  /** Why there are no items: the subject is halted. `null`: it is not. */
  halted: string | null;
}

/** Which steps of a history: those after a place, up to an instant, and how many. */
export interface HistoryRange {
  after: HistoryPlace | null;
  /** Microseconds since the epoch, inclusive. */
  until: number;
  limit: number;
}

/**
 * A subject's items over valid time, oldest first: one for each fact that brought a state, also where the state
 * repeats, and one for each change that time alone made. Each is shown as of the instant from which it held.
 */
export async function readHistory(
  pool: Pool,
  subject: Subject,
  clocks: Clocks,
  range: HistoryRange,
): Promise<HistoryPage> {
  const halted = haltAt(subject, clocks.position);
  if (halted !== null) return { items: [], next: null, halted };
  if (clocks.reportedAsOf === Infinity) return readPage(subject.view, storedSource(pool, subject, clocks), range);
  const source = await reportedSource(pool, subject, clocks);
  if (typeof source === 'string') return { items: [], next: null, halted: source };
  return readPage(subject.view, source, range);
}

async function readPage<Shown>(view: AnyView, source: HistorySource<Shown>, range: HistoryRange): Promise<HistoryPage> {
  const { before, rows } = await source.rows(range);
  const steps = stepsOf(view, before, rows, range);
  const page = steps.slice(0, range.limit);
  const last = page.at(-1);
  return {
    items: await source.items(page),
    next: steps.length > range.limit && last ? { validFrom: last.at, position: last.row.position } : null,
    halted: null,
  };
}

/** A row that a fact brought. `Shown` is what its source shows it from. */
interface StateRow<Shown> extends HistoryPlace {
  state: unknown;
  shown: Shown;
}

/** A step at an instant, microseconds since the epoch. `row`: the last row that a fact brought. */
interface Step<Shown> {
  at: number;
  by: HistoryStep['by'];
  row: StateRow<Shown>;
}

/** Where the rows of a history come from. */
interface HistorySource<Shown> {
  /** One row more than the limit, so that there is a next page, and the last row up to the place. */
  rows: (range: HistoryRange) => Promise<{ before: StateRow<Shown> | null; rows: StateRow<Shown>[] }>;
  items: (steps: readonly Step<Shown>[]) => Promise<HistoryStep[]>;
}

/** The steps of some rows. What time does at the instant of the next row shows in that row. */
function stepsOf<Shown>(
  view: AnyView,
  before: StateRow<Shown> | null,
  rows: readonly StateRow<Shown>[],
  { after, until, limit }: HistoryRange,
): Step<Shown>[] {
  const steps: Step<Shown>[] = [];
  const all = before ? [before, ...rows] : rows;
  for (const [n, row] of all.entries()) {
    if (steps.length > limit) break;
    if (row !== before) steps.push({ at: row.validFrom, by: 'fact', row });
    const end = all[n + 1]?.validFrom ?? Infinity;
    for (let at = stateAt(view, row.state, row.validFrom).next; at !== null && at < end && at <= until;) {
      if (!after || at > after.validFrom) steps.push({ at, by: 'time', row });
      at = stateAt(view, row.state, at).next;
    }
  }
  return steps;
}

/**
 * $1 projection, $2 subject, $3 valid time, $4 position, $5 and $6 a place, $7 how many: so many rows after the place,
 * and the last row up to it. Whether the subject has append lists is asked once, and not for each row.
 */
const HISTORY = `
with lists as materialized (
  select exists (
    select from view_version c
     where c.list_1 is not null and c.projection = $1 and c.subject = $2
    union all
    select from view_version c
     where c.list_2 is not null and c.projection = $1 and c.subject = $2) as has_lists)
select v.valid_from, v.position, ${STORED_ITEM}, d.state as last_state, d.whole as last_whole
  from (
    (select * from view_version v
      where v.projection = $1 and v.subject = $2 and v.brings
        and v.valid_from <= $3 and v.known_from <= $4 and v.known_to > $4
        and (v.valid_from, v.position) > ($5, $6)
      order by v.valid_from, v.position limit $7)
    union all
    (select * from view_version v
      where v.projection = $1 and v.subject = $2 and v.brings
        and v.valid_from <= $3 and v.known_from <= $4 and v.known_to > $4
        and (v.valid_from, v.position) <= ($5, $6)
      order by v.valid_from desc, v.position desc limit 1)) v
 ${WITH_WHOLE} ${withListChanges(`(select has_lists from lists) and c.known_from <= $4 and c.known_to > $4`)}
 ${withLastOfDate('$4')} ${withRun('$4')}
 cross join lateral (
   select ${EVENTS} from (
     select s.fact_id, s.valid_from, s.position from subject_fact s
      where s.projection = $1 and s.subject = $2 and (s.valid_from, s.position) <= (v.valid_from, v.position)
        and s.known_from <= $4 and s.known_to > $4
      order by s.valid_from desc, s.position desc limit ${MAX_ITEM_EVENTS}) l) e
 order by v.valid_from, v.position`;

interface HistoryColumns extends StoredItem {
  valid_from: string;
  position: string;
}

const FROM_THE_FIRST: [string, number] = ['-9223372036854775808', -1];

type StoredRow = HistoryColumns & { says: RowContent };

function storedSource(pool: Pool, subject: Subject, clocks: Clocks): HistorySource<StoredRow> {
  const { view, projection, subject: name } = subject;
  return {
    async rows({ after, until, limit }) {
      const place = after ? [String(after.validFrom), after.position] : FROM_THE_FIRST;
      const asOf = worldBound(Math.min(clocks.asOf, until));
      const values = [projection, name, asOf, clocks.position, ...place, limit + 1];
      const found = await pool.query<HistoryColumns>({ name: 'history', text: HISTORY, values });
      const rows = found.rows.map((stored): StateRow<StoredRow> => {
        const says = itemOf(view, stored);
        const { valid_from, position } = stored;
        return {
          validFrom: Number(valid_from),
          position: Number(position),
          state: says.state,
          shown: { ...stored, says },
        };
      });
      const [first] = rows;
      const isBefore = after && first && compareRows(first, after) <= 0;
      return isBefore ? { before: first, rows: rows.slice(1) } : { before: null, rows };
    },

    async items(steps) {
      const facts = steps.filter(({ by }) => by === 'fact').map(({ row }) => row.shown);
      const places = facts.map(({ says, valid_from: validFrom, position }) => {
        return { projection, subject: name, says, validFrom, position };
      });
      const lists = new Map((await listsOfRows(pool, places, clocks.position)).map((one, n) => [facts[n], one]));
      // Between two facts, claims and doubts may have changed too, so these items are read as of their instants.
      const instants = steps.flatMap(({ at, by }) => (by === 'time' ? [{ asOf: at, instant: at }] : []));
      const byTime = (await readItemsAt(pool, [subject], clocks, instants)).values();
      return steps.flatMap(({ at, by, row: { shown } }): HistoryStep[] => {
        if (by === 'time') {
          const item = byTime.next().value?.[0]?.item;
          return item ? [{ ...item, by }] : [];
        }
        const { story, says } = shown;
        const own = lists.get(shown);
        return own ? [{ ...viewItem(view, name, story, says, own, originOf(shown, says), at), by }] : [];
      });
    },
  };
}

/** @returns the reason for a halt, where the subject has more facts than may be folded on request */
async function reportedSource(pool: Pool, subject: Subject, clocks: Clocks): Promise<HistorySource<Row> | string> {
  const [found] = await rowsAsReported(pool, [subject], clocks);
  if (found && found.excess !== null) return found.excess;
  const brought = (found?.rows ?? []).filter((row) => row.fromFact && row.validFrom <= clocks.asOf);
  return {
    rows({ after, until, limit }) {
      const rows = brought
        .filter((row) => row.validFrom <= until)
        .map((row): StateRow<Row> => ({
          validFrom: row.validFrom,
          position: row.position,
          state: row.state,
          shown: row,
        }));
      const first = after ? rows.findIndex((row) => compareRows(row, after) > 0) : 0;
      const from = first === -1 ? rows.length : first;
      return Promise.resolve({ before: rows[from - 1] ?? null, rows: rows.slice(from, from + limit + 1) });
    },

    items: (steps) => Promise.resolve(found ? steps.map((step) => reportedStep(subject, found, step)) : []),
  };
}

function reportedStep(
  { view, subject }: Subject,
  found: ReportedHistory,
  { at, by, row: brought }: Step<Row>,
): HistoryStep {
  const { rows, facts, leftOut, listsOf, originOf: behind } = found;
  const row = by === 'fact' ? brought.shown : (rows.findLast(({ validFrom }) => validFrom <= at) ?? brought.shown);
  const isBehind = ({ period, position }: ReportedHistory['facts'][number]): boolean =>
    by === 'time' ? period.from <= at : compareRows({ validFrom: period.from, position }, row) <= 0;
  const events = facts.filter(isBehind).slice(-MAX_ITEM_EVENTS);
  const origin = { ...behind(row, at), events: events.map((fact) => fact.id) };
  return {
    ...viewItem(view, subject, row.story, itemOfRow(row), listsOf(row), origin, at),
    ...undatedField(leftOut, at),
    by,
  };
}
