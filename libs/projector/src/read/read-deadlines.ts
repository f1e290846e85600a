import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { formOf, storedForm, type StoredForm } from '../batch/stored-forms.js';
import { tellFact } from '../facts/tell-fact.js';
import { subjectOf } from '../fold/assertions.js';
import { worldBound } from './bounds.js';
import type { Clocks } from './clocks.js';
import { haltedAmong, nameHalted, readHaltedNames, type HaltedSubject, type HaltedSubjects } from './halted-subjects.js';
import { compareText, deadlinesAt, type DeadlineItem } from './read-board.js';
import { readItems } from './read-items.js';
import type { SubjectAt } from './subject-at.js';
import { readStoryAt } from './read-story-at.js';
import { readSubjectsOfView, touchedAmong } from './read-subjects.js';
import { answersAt, readServing, type Serving } from './serving.js';
import { toSubject, type Subject } from './subject.js';

const AT_A_TIME = 500;
const DAY = 86_400_000_000;

export interface Deadlines extends HaltedSubjects {
  items: DeadlineItem[];
}

/**
 * What runs out or is due from the day asked for on, over all stories or in one, the nearest first.
 *
 * @param within days, or `null`: however far ahead
 */
export async function readDeadlines(
  pool: Pool,
  views: readonly AnyView[],
  story: string | null,
  within: number | null,
  clocks: Clocks,
): Promise<Deadlines> {
  const serving = (await readServing(pool, views, clocks)).filter((one) => one.view.deadlines && answersAt(one, clocks.position));
  const found: DeadlineItem[] = [];
  const aside: HaltedSubject[] = [];
  const take = (subjects: readonly SubjectAt[]): void => {
    found.push(...deadlinesAt(subjects, clocks.instant));
    aside.push(...haltedAmong(subjects));
  };
  if (clocks.reportedAsOf !== Infinity && story !== null) {
    take((await readStoryAt(pool, serving, story, clocks)).subjects);
  } else {
    aside.push(...(await readHaltedNames(pool, serving, clocks.position, story)));
    const subjects = clocks.reportedAsOf === Infinity ? subjectsWithDates(pool, serving, within, clocks) : subjectsOfViews(pool, serving);
    for await (const some of subjects) {
      const touched = story === null ? some : await touchedAmong(pool, some, story, clocks.position);
      take(await readItems(pool, touched, clocks));
    }
  }
  const ahead = found.filter(({ daysLeft }) => within === null || daysLeft <= within);
  const items = ahead.sort((a, b) => a.daysLeft - b.daysLeft || compareText(a.view, b.view) || compareText(a.subject, b.subject));
  return { items, ...nameHalted(aside) };
}

/**
 * $1 and $2 between which instants a date may lie, $3 position, $4 world date, $5 and $6 after this form, $7 how many: forms of facts whose data name a date there. A state has its deadlines from
 * the facts that it is made of.
 */
const DATED = `
select f.dates_to, f.position, ${storedForm('f')} as form from fact f
 where f.dates_to is not null and f.dates_to >= $1 and f.dates_from < $2
   and f.known_from <= $3 and f.known_to > $3 and f.valid_from <= $4 and not f.retracted
   and (f.dates_to > $5 or f.dates_to = $5 and f.position > $6)
 order by f.dates_to, f.position limit $7`;

interface Dated {
  dates_to: string;
  position: string;
  form: StoredForm;
}

/** The subjects, each once, of facts whose dates have not passed, some at a time. */
async function* subjectsWithDates(
  pool: Pool,
  serving: readonly Serving[],
  within: number | null,
  { position, asOf, instant }: Clocks,
): AsyncGenerator<Subject[]> {
  const today = periodOf(formatDay(instant)).from;
  const bounds = [String(today), worldBound(within === null ? Infinity : today + (within + 1) * DAY), position, worldBound(asOf)];
  const seen = new Map(serving.map((one) => [one, new Set<string>()]));
  for (let after = [String(today), '-1']; ;) {
    const { rows } = await pool.query<Dated>({ name: 'facts-with-dates', text: DATED, values: [...bounds, ...after, AT_A_TIME] });
    const told = rows.flatMap(({ form }) => tellFact(formOf(form)) ?? []);
    const fresh = serving.flatMap((one): Subject[] => {
      const known = seen.get(one) ?? new Set();
      const subjects = new Set(told.flatMap((fact) => subjectOf(one.view, fact) ?? []).filter((subject) => !known.has(subject)));
      for (const subject of subjects) known.add(subject);
      return [...subjects].map((subject) => toSubject(one, subject));
    });
    if (fresh.length > 0) yield fresh;
    const last = rows.at(-1);
    if (!last || rows.length < AT_A_TIME) return;
    after = [last.dates_to, last.position];
  }
}

/** All subjects: by an earlier press a fact may have been told with another date. */
async function* subjectsOfViews(pool: Pool, serving: readonly Serving[]): AsyncGenerator<Subject[]> {
  for (const one of serving) {
    for (let last: string | null = ''; last !== null;) {
      const names = await readSubjectsOfView(pool, one.projection, last, AT_A_TIME);
      yield names.map(({ subject }) => toSubject(one, subject));
      last = names.length < AT_A_TIME ? null : (names.at(-1)?.subject ?? null);
    }
  }
}
