import type { Pool } from 'pg';
import { column, split } from '#projector/store/statement.js';
import { itemOfRow, type RowContent } from '#history/fold/row.js';
import { worldBound, type Clocks, type Known } from '../clocks/clocks.js';
import { haltAt, type Subject } from '../subjects/subject.js';
import { listParameter, rowParameter } from '../sql/generic-plan.js';
import { rowsAsReported } from './as-reported.js';
import { originOf, STORED_ITEM, withStoredItem, type StoredItem, itemOf } from './stored-item.js';
import { listsOfRows, type RowLists } from './row-lists.js';
import { subjectAt, type RowOrigin, type SubjectAt, withLeftOut } from './view-item.js';

const projections = listParameter(split(1, 'int'));
const names = listParameter(split(2, 'text'));
const dates = listParameter(split(3, 'bigint'));

/** $1 projections, $2 subjects, $3 valid times, $4 position */
const ITEMS = `
select t.n, ${STORED_ITEM}
  from unnest(${projections}, ${names}, ${dates}) with ordinality t(projection, subject, as_of, n),
       ${rowParameter('$4::bigint as position')} q ${withStoredItem('t.as_of', 'q.position')}`;

/** A position after those of all facts. */
const LAST_POSITION = '9223372036854775807';

interface ItemOfSubject extends StoredItem {
  n: string;
}

/**
 * Subjects at one point of the clocks, in the order given.
 *
 * @param story as reported by an earlier date, subjects that no fact of this story touches have no item; `null`: facts
 * of all stories count
 * @param budget how many facts of one subject may be folded on request; a subject with more of them is returned as
 * halted
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

/** A valid time, and the instant at which states that time alone changes are shown. */
export type Moment = Pick<Clocks, 'asOf' | 'instant'>;

/**
 * Subjects at some moments by one query, for one position and one date of publication. Parameters as of `readItems`.
 *
 * @returns for each moment the subjects in the order given
 */
export async function readItemsAt(
  pool: Pool,
  subjects: readonly Subject[],
  known: Known,
  moments: readonly Moment[],
  story: string | null = null,
  budget?: number,
): Promise<SubjectAt[][]> {
  const empty = subjects.map((one): SubjectAt => ({
    ...one,
    item: null,
    row: null,
    lists: null,
    halted: haltAt(one, known.position),
  }));
  const answer = moments.map(() => [...empty]);
  const indexes = empty.flatMap(({ halted }, i) => (halted === null ? [i] : []));
  if (indexes.length === 0 || moments.length === 0) return answer;
  const readable = indexes.map((i) => subjects[i] as Subject);
  const put = (
    moment: number,
    index: number,
    story: string,
    row: RowContent,
    lists: RowLists,
    origin: RowOrigin,
  ): void => {
    const [subject, at, items] = [subjects[index], moments[moment], answer[moment]];
    if (subject && at && items) items[index] = subjectAt(subject, story, row, lists, origin, at.instant);
  };
  if (known.reportedAsOf !== Infinity) {
    const reported = await rowsAsReported(pool, readable, known, budget);
    for (const [m, { asOf }] of moments.entries()) {
      for (const [n, { rows, facts, leftOut, listsOf, originOf: behind, excess }] of reported.entries()) {
        const i = indexes[n] ?? -1;
        const items = answer[m];
        if (excess !== null && items?.[i]) items[i] = { ...items[i], halted: excess };
        const isOfStory = (one: { story: string }): boolean => story === null || one.story === story;
        if (facts.some(isOfStory) || story === null) {
          const row = rows.filter((one) => one.validFrom <= asOf).at(-1);
          if (row) put(m, i, row.story, itemOfRow(row), listsOf(row), behind(row, asOf));
        } else if (!leftOut.some(isOfStory)) continue;
        if (items?.[i]) items[i] = withLeftOut(items[i], leftOut, asOf);
      }
    }
    return answer;
  }
  const requested = moments.flatMap(({ asOf }) => readable.map((subject) => ({ ...subject, asOf: worldBound(asOf) })));
  const values = [
    column(requested, (one) => one.projection),
    column(requested, (one) => one.subject),
    column(requested, (one) => one.asOf),
    known.position,
  ];
  const { rows } = await pool.query<ItemOfSubject>({ name: 'items', text: ITEMS, values });
  const found = rows.map((stored) => ({
    stored,
    nth: Number(stored.n) - 1,
    says: itemOf((requested[Number(stored.n) - 1] as Subject).view, stored),
  }));
  const places = found.map(({ nth, says }) => {
    const { projection, subject, asOf } = requested[nth] as (typeof requested)[number];
    return { projection, subject, says, validFrom: asOf, position: LAST_POSITION };
  });
  const lists = await listsOfRows(pool, places, known.position);
  for (const [i, { stored, nth, says }] of found.entries()) {
    const [moment, index] = [Math.floor(nth / readable.length), indexes[nth % readable.length] ?? -1];
    put(moment, index, stored.story, says, lists[i] as RowLists, originOf(stored, says));
  }
  return answer;
}
