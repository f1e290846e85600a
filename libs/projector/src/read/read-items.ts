import type { Pool } from 'pg';
import { column, split } from '../batch/columns.js';
import type { RowItem } from '../fold/row.js';
import { worldBound } from './bounds.js';
import type { Clocks } from './clocks.js';
import { rowsAsReported } from './reported.js';
import { itemOf, WITH_WHOLE, type ItemColumns } from './stored-state.js';
import type { Subject } from './subject.js';
import { MOST_EVENTS, viewItem, type ViewItem } from './view-item.js';

/** A subject at one point of the clocks; `item` is `null` before its first fact. */
export interface SubjectAt extends Subject {
  /** Of the latest fact that has touched it by then. */
  item: ViewItem | null;
  /** What is stored, for those who need to know whether anything is said. */
  row: RowItem | null;
}

/**
 * One index lookup a subject and date, however long its history. $1 projections, $2 subjects, $3 world dates, $4 position.
 * The key of view_version ends in known_from: rows of the wrong knowledge are passed over within the index.
 */
const ITEMS = `
select t.n, v.story, v.item, v.state, w.state as whole, e.events
  from unnest(${split(1, 'int')}, ${split(2, 'text')}, ${split(3, 'bigint')}) with ordinality t(projection, subject, as_of, n)
 cross join lateral (
   select * from view_version v
    where v.projection = t.projection and v.subject = t.subject and v.valid_from <= t.as_of and v.known_from <= $4 and v.known_to > $4
    order by v.valid_from desc, v.position desc limit 1) v ${WITH_WHOLE}
 cross join lateral (
   select array_agg(l.fact_id order by l.valid_from, l.position) as events from (
     select s.fact_id, s.valid_from, s.position from subject_fact s
      where s.projection = t.projection and s.subject = t.subject and s.valid_from <= t.as_of and s.known_from <= $4 and s.known_to > $4
      order by s.valid_from desc, s.position desc limit ${MOST_EVENTS}) l) e`;

interface SubjectColumns extends ItemColumns {
  n: string;
  story: string;
  events: string[] | null;
}

/**
 * Subjects at one point of the clocks, in the order given.
 *
 * @param story nothing is said of subjects that no fact of this story touches by the press asked for; `null`: of whatever story
 */
export async function readItems(
  pool: Pool,
  subjects: readonly Subject[],
  clocks: Clocks,
  story: string | null = null,
): Promise<SubjectAt[]> {
  const [items] = await readItemsAt(pool, subjects, clocks, [clocks], story);
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
): Promise<SubjectAt[][]> {
  const answer = moments.map(() => subjects.map((subject): SubjectAt => ({ ...subject, item: null, row: null })));
  if (subjects.length === 0 || moments.length === 0) return answer;
  const put = (moment: number, index: number, story: string, row: RowItem, events: string[]): void => {
    const [subject, at, items] = [subjects[index], moments[moment], answer[moment]];
    if (subject && at && items)
      items[index] = { ...subject, row, item: viewItem(subject.view, subject.subject, story, row, events, at.instant) };
  };
  if (known.reportedAsOf !== Infinity) {
    const reported = await rowsAsReported(pool, subjects, known);
    for (const [m, { asOf }] of moments.entries()) {
      for (const [i, { rows, facts }] of reported.entries()) {
        if (story !== null && !facts.some((fact) => fact.story === story)) continue;
        const row = rows.filter((one) => one.validFrom <= asOf).at(-1);
        const behind = facts.filter((fact) => fact.period.from <= asOf).slice(-MOST_EVENTS);
        const ids = behind.map((fact) => fact.id);
        if (row) put(m, i, row.story, row.item, ids);
      }
    }
    return answer;
  }
  const asked = moments.flatMap(({ asOf }) => subjects.map((subject) => ({ ...subject, asOf: worldBound(asOf) })));
  const values = [
    column(asked, (one) => one.projection),
    column(asked, (one) => one.subject),
    column(asked, (one) => one.asOf),
    known.position,
  ];
  const { rows } = await pool.query<SubjectColumns>({ name: 'items', text: ITEMS, values });
  for (const row of rows) {
    const nth = Number(row.n) - 1;
    put(Math.floor(nth / subjects.length), nth % subjects.length, row.story, itemOf(row), row.events ?? []);
  }
  return answer;
}
