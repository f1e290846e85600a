import type { Pool } from 'pg';
import { column, split } from '#projector/store/statement.js';
import type { FactState } from '#history/facts/fact-state.js';
import { countingEvents } from '#history/facts/counting-events.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { worldBound, type Clocks } from '../clocks/clocks.js';
import { factStatesOfSubjects } from '../items/as-reported.js';
import type { Subject } from '../subjects/subject.js';

const MAX_EVENTS = 50;
const SUBJECTS = `unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)`;

/** $1 projections, $2 subjects, $3 after and $4 up to these valid times, $5 position: facts that came into force */
const CAME_INTO_FORCE = `
select t.n, l.ids from ${SUBJECTS} cross join lateral (
  select array_agg(s.fact_id order by s.valid_from, s.position) as ids from (
    select s.fact_id, s.valid_from, s.position from subject_fact s
     where s.projection = t.projection and s.subject = t.subject
       and s.valid_from > $3 and s.valid_from <= $4 and s.known_from <= $5 and s.known_to > $5
     order by s.valid_from desc, s.position desc limit ${MAX_EVENTS}) s) l where l.ids is not null`;

/**
 * $1 projections, $2 subjects, $3 after and $4 up to these positions, $5 valid time: the events of facts that touch the
 * subject, or did.
 */
const RECORDED = `
select t.n, l.ids from ${SUBJECTS} cross join lateral (
  select array_agg(r.id order by r.position) as ids from (
    select e.id, e.position
      from (select distinct s.fact_id from subject_fact s
             where s.projection = t.projection and s.subject = t.subject
               and s.known_from <= $4 and s.known_to > s.known_from and s.valid_from <= $5) f
     cross join lateral (
       select e.id, e.position from event e where e.id = f.fact_id
       union all
       select e.id, e.position from event e where e.fact_id = f.fact_id and e.target is not null) e
     where e.position > $3 and e.position <= $4
     order by e.position desc limit ${MAX_EVENTS}) r) l where l.ids is not null`;

/**
 * The events about some subjects between two points that differ on one clock, the latest 50 of each. Where valid time
 * differs, they are the facts that came into force, in that order; else the facts and meta-events that were recorded or
 * published, in the order of their recording.
 *
 * @returns the ids of the events of each subject, in the order given
 */
export async function eventsBetween(
  pool: Pool,
  subjects: readonly Subject[],
  from: Clocks,
  to: Clocks,
): Promise<string[][]> {
  if (subjects.length === 0) return [];
  if (to.reportedAsOf !== Infinity || from.reportedAsOf !== Infinity) return reportedBetween(pool, subjects, from, to);
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

/** The events between two points as reported by a date, from the states of all facts that may touch the subjects. */
async function reportedBetween(
  pool: Pool,
  subjects: readonly Subject[],
  from: Clocks,
  to: Clocks,
): Promise<string[][]> {
  const states = await factStatesOfSubjects(pool, subjects, to.position);
  return subjects.map((subject, i) => {
    const touching = (states[i] ?? []).filter((state) => touches(state, subject, from) || touches(state, subject, to));
    const ids = from.asOf === to.asOf ? eventsIn(touching, from, to) : factsIn(touching, subject, from, to);
    return ids.slice(-MAX_EVENTS);
  });
}

function touches(state: FactState, { view, subject }: Subject, clocks: Clocks): boolean {
  const resolved = resolveFact(state, clocks);
  return resolved !== null && resolved.period.from <= clocks.asOf && subjectOf(view, resolved) === subject;
}

/** The facts that touch the subject at the later point and not at the earlier one. */
function factsIn(states: readonly FactState[], subject: Subject, from: Clocks, to: Clocks): string[] {
  const fresh = states
    .filter((state) => !touches(state, subject, from))
    .flatMap((state) => resolveFact(state, to) ?? []);
  return fresh.sort((a, b) => a.period.from - b.period.from || a.position - b.position).map((fact) => fact.id);
}

/** The events that count at the later point and not at the earlier one: they were recorded or published in between. */
function eventsIn(states: readonly FactState[], from: Clocks, to: Clocks): string[] {
  const events = states.flatMap((state) => {
    const [then, now] = [countingEvents(state, from), countingEvents(state, to)];
    const isNew = ({ id, position }: { id: string; position: number }): boolean =>
      position <= to.position && now.has(id) && !(position <= from.position && then.has(id));
    return [...state.accounts, ...state.corrections, ...state.retractions].filter(isNew);
  });
  return events.sort((a, b) => a.position - b.position).map((event) => event.id);
}
