import type { Pool } from 'pg';
import { column, split } from '#projector/store/columns.js';
import { itemOfRow, type RowContent } from '#history/fold/row.js';
import { worldBound } from '../clocks/bounds.js';
import type { Clocks } from '../clocks/clocks.js';
import { haltAt } from './halted-subjects.js';
import { listParameter, rowParameter } from '../sql/generic-plan.js';
import { rowsAsReported } from './as-reported.js';
import { eventsOf, STORED_ITEM, withStoredItem, type StoredItem } from './stored-item.js';
import { listsOfRows, type RowLists } from './row-lists.js';
import { itemOf } from './stored-state.js';
import type { Subject } from '../subjects/subject.js';
import { subjectAt, type SubjectAt } from './subject-at.js';
import { MAX_ITEM_EVENTS } from './view-item.js';

/** $1 projections, $2 subjects, $3 world dates, $4 position */
const ITEMS = `
select t.n, ${STORED_ITEM}
  from unnest(${listParameter(split(1, 'int'))}, ${listParameter(split(2, 'text'))}, ${listParameter(split(3, 'bigint'))}) with ordinality t(projection, subject, as_of, n),
       ${rowParameter('$4::bigint as position')} q ${withStoredItem('t.as_of', 'q.position')}`;

/** After all facts of a date. */
const LAST_POSITION = '9223372036854775807';

interface ItemOfMany extends StoredItem {
  n: string;
}

/**
 * Subjects at one point of the clocks, in the order given.
 *
 * @param story nothing is said of subjects that no fact of this story touches by the press asked for; `null`: of
 * whatever story
 * @param budget how many facts of one subject may be folded on request; `halted` says of which subjects there are more,
 * and of which are set aside
 */
export async function readItems(
  pool: Pool,
  subjects: readonly Subject[],
  clocks: Clocks,
  story: string | null = null,
  budget?: number,
): Promise<SubjectAt[]> {
  const [items] = await readItemsAt(pool, subjects, clocks, [clocks], story, budget);
  return items ?? [];
}

/** A date of the world, and the instant for which is told what time alone changes. */
export type Moment = Pick<Clocks, 'asOf' | 'instant'>;

/**
 * Subjects at some moments of one record and press, in one question.
 *
 * @returns for each moment the subjects in the order given
 */
export async function readItemsAt(
  pool: Pool,
  subjects: readonly Subject[],
  known: Pick<Clocks, 'reportedAsOf' | 'position'>,
  moments: readonly Moment[],
  story: string | null = null,
  budget?: number,
): Promise<SubjectAt[][]> {
  const nothing = subjects.map((one): SubjectAt => ({
    ...one,
    item: null,
    row: null,
    lists: null,
    halted: haltAt(one, known.position),
  }));
  const answer = moments.map(() => [...nothing]);
  const folded = nothing.flatMap(({ halted }, i) => (halted === null ? [i] : []));
  if (folded.length === 0 || moments.length === 0) return answer;
  const told = folded.map((i) => subjects[i] as Subject);
  const put = (
    moment: number,
    index: number,
    story: string,
    row: RowContent,
    lists: RowLists,
    events: string[],
  ): void => {
    const [subject, at, items] = [subjects[index], moments[moment], answer[moment]];
    if (subject && at && items) items[index] = subjectAt(subject, story, row, lists, events, at.instant);
  };
  if (known.reportedAsOf !== Infinity) {
    const reported = await rowsAsReported(pool, told, known, budget);
    for (const [m, { asOf }] of moments.entries()) {
      for (const [n, { rows, facts, listsOf, excess }] of reported.entries()) {
        const i = folded[n] ?? -1;
        const items = answer[m];
        if (excess !== null && items?.[i]) items[i] = { ...items[i], halted: excess };
        if (story !== null && !facts.some((fact) => fact.story === story)) continue;
        const row = rows.filter((one) => one.validFrom <= asOf).at(-1);
        const behind = facts.filter((fact) => fact.period.from <= asOf).slice(-MAX_ITEM_EVENTS);
        const ids = behind.map((fact) => fact.id);
        if (row) put(m, i, row.story, itemOfRow(row), listsOf(row), ids);
      }
    }
    return answer;
  }
  const asked = moments.flatMap(({ asOf }) => told.map((subject) => ({ ...subject, asOf: worldBound(asOf) })));
  const values = [
    column(asked, (one) => one.projection),
    column(asked, (one) => one.subject),
    column(asked, (one) => one.asOf),
    known.position,
  ];
  const { rows } = await pool.query<ItemOfMany>({ name: 'items', text: ITEMS, values });
  const found = rows.map((stored) => ({ stored, nth: Number(stored.n) - 1, says: itemOf(stored) }));
  const places = found.map(({ nth, says }) => {
    const { projection, subject, asOf } = asked[nth] as (typeof asked)[number];
    return { projection, subject, says, validFrom: asOf, position: LAST_POSITION };
  });
  const lists = await listsOfRows(pool, places, known.position);
  for (const [i, { stored, nth, says }] of found.entries()) {
    const [moment, index] = [Math.floor(nth / told.length), folded[nth % told.length] ?? -1];
    put(moment, index, stored.story, says, lists[i] as RowLists, eventsOf(stored));
  }
  return answer;
}
