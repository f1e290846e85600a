import { datesNamed } from '#catalogue/dates-named.js';
import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { formOf, storedForm, type StoredForm } from '#projector/store/stored-fact-states.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { worldBound } from '../clocks/bounds.js';
import type { FactState } from '#history/facts/fact-state.js';
import type { Clocks } from '../clocks/clocks.js';
import { factsSpokenOf } from '../subjects/facts-with-meta-events.js';
import {
  haltedAmong,
  nameHalted,
  readHaltedNames,
  type HaltedSubject,
  type HaltedSubjects,
} from '../items/halted-subjects.js';
import { compareText } from '../subjects/compare-text.js';
import { deadlinesAt, type DeadlineItem } from './read-board.js';
import { readItems } from '../items/read-items.js';
import type { SubjectAt } from '../items/subject-at.js';
import { touchedAmong } from '../subjects/read-subjects.js';
import { isReadableAt, readActive, type ActiveGeneration } from '../clocks/active-generation.js';
import { toSubject, type Subject } from '../subjects/subject.js';

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
  const serving = (await readActive(pool, views, clocks)).filter(
    (one) => one.view.deadlines && isReadableAt(one, clocks.position),
  );
  const found: DeadlineItem[] = [];
  const aside: HaltedSubject[] = [];
  const take = (subjects: readonly SubjectAt[]): void => {
    found.push(...deadlinesAt(subjects, clocks.instant));
    aside.push(...haltedAmong(subjects));
  };
  aside.push(...(await readHaltedNames(pool, serving, clocks.position, story)));
  const anyPress = clocks.reportedAsOf === Infinity;
  for await (const some of subjectsWithDates(pool, serving, within, clocks)) {
    // By an earlier press whoever folds a subject sees whether a fact of the story touched it.
    const touched = story === null || !anyPress ? some : await touchedAmong(pool, some, story, clocks.position);
    take(await readItems(pool, touched, clocks, anyPress ? null : story));
  }
  const ahead = found.filter(({ daysLeft }) => within === null || daysLeft <= within);
  const items = ahead.sort(
    (a, b) => a.daysLeft - b.daysLeft || compareText(a.view, b.view) || compareText(a.subject, b.subject),
  );
  return { items, ...nameHalted(aside) };
}

/**
 * $1 and $2 between which instants a date may lie, $3 position, $4 world date, $5 and $6 after this form, $7 how many:
 * forms of facts whose data name a date there. A state has its deadlines from the facts that it is made of.
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

/**
 * The subjects, each once, of facts whose dates have not passed, some at a time; by an earlier press also of facts that
 * it may have told with other dates.
 */
async function* subjectsWithDates(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  within: number | null,
  { position, asOf, reportedAsOf, instant }: Clocks,
): AsyncGenerator<Subject[]> {
  const today = periodOf(formatDay(instant)).from;
  const end = within === null ? Infinity : today + (within + 1) * DAY;
  const bounds = [String(today), worldBound(end), position, worldBound(asOf)];
  const seen = new Map(serving.map((one) => [one, new Set<string>()]));
  const isAhead = ({ type, data, period }: ResolvedFact): boolean => {
    const dates = datesNamed(type, data);
    return dates !== null && dates.to >= today && dates.from < end && period.from <= asOf;
  };
  const freshOf = (forms: readonly FactState[]): Subject[] => {
    const resolved = forms.flatMap((form) => resolveFact(form, reportedAsOf) ?? []).filter(isAhead);
    return serving.flatMap((one): Subject[] => {
      const known = seen.get(one) ?? new Set();
      const subjects = new Set(
        resolved.flatMap((fact) => subjectOf(one.view, fact) ?? []).filter((subject) => !known.has(subject)),
      );
      for (const subject of subjects) known.add(subject);
      return [...subjects].map((subject) => toSubject(one, subject));
    });
  };
  for (let after = [String(today), '-1']; ;) {
    const { rows } = await pool.query<Dated>({
      name: 'facts-with-dates',
      text: DATED,
      values: [...bounds, ...after, AT_A_TIME],
    });
    const fresh = freshOf(rows.map(({ form }) => formOf(form)));
    if (fresh.length > 0) yield fresh;
    const last = rows.at(-1);
    if (!last || rows.length < AT_A_TIME) break;
    after = [last.dates_to, last.position];
  }
  if (reportedAsOf === Infinity) return;
  for await (const forms of factsSpokenOf(pool, position)) {
    const fresh = freshOf(forms);
    if (fresh.length > 0) yield fresh;
  }
}
