import type { Pool } from 'pg';
import { column, split } from '#projector/store/columns.js';
import type { FactState } from '#history/facts/fact-state.js';
import { isPublishedBy } from '#history/facts/published-by.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { worldBound } from '../clocks/bounds.js';
import type { Clocks } from '../clocks/clocks.js';
import { formsOfSubjects } from '../items/as-reported.js';
import type { Subject } from '../subjects/subject.js';

const MOST = 50;
const SUBJECTS = `unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)`;

/**
 * $1 projections, $2 subjects, $3 and $4 world dates, $5 position: the facts that came into force after the one date
 * and up to the other.
 */
const CAME_INTO_FORCE = `
select t.n, l.ids from ${SUBJECTS} cross join lateral (
  select array_agg(s.fact_id order by s.valid_from, s.position) as ids from (
    select s.fact_id, s.valid_from, s.position from subject_fact s
     where s.projection = t.projection and s.subject = t.subject and s.valid_from > $3 and s.valid_from <= $4 and s.known_from <= $5 and s.known_to > $5
     order by s.valid_from desc, s.position desc limit ${MOST}) s) l where l.ids is not null`;

/**
 * $1 projections, $2 subjects, $3 and $4 positions, $5 world date: what was recorded after the one position and up to
 * the other about facts that are, or were, the subject's.
 */
const RECORDED = `
select t.n, l.ids from ${SUBJECTS} cross join lateral (
  select array_agg(r.id order by r.position) as ids from (
    select e.id, e.position
      from (select distinct s.fact_id from subject_fact s
             where s.projection = t.projection and s.subject = t.subject and s.known_from <= $4 and s.known_to > s.known_from and s.valid_from <= $5) f
     cross join lateral (
       select e.id, e.position from event e where e.id = f.fact_id
       union all
       select e.id, e.position from event e where e.fact_id = f.fact_id and e.target is not null) e
     where e.position > $3 and e.position <= $4
     order by e.position desc limit ${MOST}) r) l where l.ids is not null`;

/**
 * What was told of subjects between two points that differ on one clock, the latest 50 of each: facts that came into
 * force, in the order of the world; or else events, facts and events about facts, that were recorded or published, in
 * the order of the record.
 *
 * @returns ids, for each subject in the order given
 */
export async function eventsBetween(
  pool: Pool,
  subjects: readonly Subject[],
  from: Clocks,
  to: Clocks,
): Promise<string[][]> {
  if (subjects.length === 0) return [];
  if (to.reportedAsOf !== Infinity || from.reportedAsOf !== Infinity) return toldBetween(pool, subjects, from, to);
  const keys = [column(subjects, (one) => one.projection), column(subjects, (one) => one.subject)];
  const { rows } =
    from.position === to.position
      ? await pool.query<Found>(CAME_INTO_FORCE, [...keys, worldBound(from.asOf), worldBound(to.asOf), to.position])
      : await pool.query<Found>(RECORDED, [...keys, from.position, to.position, worldBound(to.asOf)]);
  const found = new Map(rows.map(({ n, ids }) => [Number(n) - 1, ids]));
  return subjects.map((_, i) => found.get(i) ?? []);
}

interface Found {
  n: string;
  ids: string[];
}

/** The same by the press, from the forms of all facts that may belong to the subjects. */
async function toldBetween(pool: Pool, subjects: readonly Subject[], from: Clocks, to: Clocks): Promise<string[][]> {
  const forms = await formsOfSubjects(pool, subjects, to.position);
  return subjects.map((subject, i) => {
    const concerned = (forms[i] ?? []).filter((form) => belongs(form, subject, from) || belongs(form, subject, to));
    const ids = from.asOf === to.asOf ? eventsOf(concerned, from, to) : factsOf(concerned, subject, from, to);
    return ids.slice(-MOST);
  });
}

function belongs(form: FactState, { view, subject }: Subject, clocks: Clocks): boolean {
  const resolved = resolveFact(form, clocks.reportedAsOf);
  return resolved !== null && resolved.period.from <= clocks.asOf && subjectOf(view, resolved) === subject;
}

function factsOf(forms: readonly FactState[], subject: Subject, from: Clocks, to: Clocks): string[] {
  const fresh = forms
    .filter((form) => !belongs(form, subject, from))
    .flatMap((form) => resolveFact(form, to.reportedAsOf) ?? []);
  return fresh.sort((a, b) => a.period.from - b.period.from || a.position - b.position).map((fact) => fact.id);
}

/** What counts at the later point and does not at the earlier one: it was recorded, or published, in between. */
function eventsOf(forms: readonly FactState[], from: Clocks, to: Clocks): string[] {
  const events = forms.flatMap(({ accounts, corrections, retractions }) => [
    ...accounts,
    ...corrections,
    ...retractions,
  ]);
  const counts = ({ position, source }: (typeof events)[number], clocks: Clocks): boolean =>
    position <= clocks.position && isPublishedBy(source, clocks.reportedAsOf);
  return events
    .filter((event) => counts(event, to) && !counts(event, from))
    .sort((a, b) => a.position - b.position)
    .map((event) => event.id);
}
