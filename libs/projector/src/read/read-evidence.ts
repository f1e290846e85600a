import type { Period } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { column, split } from '../batch/columns.js';
import type { FactForm } from '../facts/fact-form.js';
import { worldBound } from './bounds.js';
import type { Clocks } from './clocks.js';
import { evidenceOf, type Evidence } from './evidence.js';
import { readToldForms } from './read-timeline.js';
import { factsAsReported } from './reported.js';
import { answersAt, readServing } from './serving.js';
import type { Subject } from './subject.js';
import { tellForm, type ToldForm } from './tell-form.js';

/** What is looked for beside the latest facts of the story. */
export interface Sought {
  /** Subjects whose latest facts, of each type some, are needed. */
  subjects: readonly { view: string; subject: string }[];
  /** Types of which the latest facts of the story are needed, however far back they lie. */
  types: readonly string[];
  /** Facts, and accounts of facts, that are needed whatever their date. */
  events: readonly string[];
}

const LATEST = 200;
const OF_TYPES = 100;
const OF_EACH_TYPE = 20;
const OF_A_SUBJECT = 1_000;

/**
 * The facts that a story's brief can cite at a point of the clocks, each once: the latest, the latest of some types, those behind some subjects (of
 * whatever story), and others by their ids. Bounded, however long the story is.
 */
export async function readEvidence(
  pool: Pool,
  views: readonly AnyView[],
  story: string,
  clocks: Clocks,
  { subjects, types, events }: Sought,
): Promise<Evidence[]> {
  const found = [
    ...(await readToldForms(pool, story, {}, clocks, null, LATEST)),
    ...(await readToldForms(pool, story, { types }, clocks, null, OF_TYPES)),
    ...(await factsOfEvents(pool, events, clocks)),
  ];
  return once([...found.map((one) => evidenceOf(one, clocks)), ...(await readEvidenceOfSubjects(pool, views, subjects, clocks))]);
}

/** The latest facts of each type behind some subjects, of whatever story. */
export async function readEvidenceOfSubjects(
  pool: Pool,
  views: readonly AnyView[],
  subjects: Sought['subjects'],
  clocks: Clocks,
): Promise<Evidence[]> {
  const serving = (await readServing(pool, views)).filter((one) => answersAt(one, clocks.position));
  const behind = subjects.flatMap(({ view, subject }): Subject[] => {
    const one = serving.find((each) => each.view.name === view);
    return one ? [{ view: one.view, projection: one.projection, subject }] : [];
  });
  const found = await factsOfSubjects(pool, behind, clocks);
  return once(found.filter(({ told }) => told.period.from <= clocks.asOf).map((one) => evidenceOf(one, clocks)));
}

/** The facts of a story that are dated within a span of the world, the latest and the latest of some types, those that were withdrawn included. */
export async function readEvidenceWithin(
  pool: Pool,
  story: string,
  from: Period,
  clocks: Clocks,
  types: readonly string[],
): Promise<Evidence[]> {
  const filter = { from, retracted: true };
  const found = [
    ...(await readToldForms(pool, story, filter, clocks, null, LATEST)),
    ...(await readToldForms(pool, story, { ...filter, types }, clocks, null, OF_TYPES)),
  ];
  return once(found.map((one) => evidenceOf(one, clocks)));
}

const once = (found: readonly Evidence[]): Evidence[] => [...new Map(found.map((one) => [one.id, one])).values()];

/**
 * $1 projections, $2 subjects, $3 world date, $4 position: the latest facts of each type among the latest of each subject.
 */
const OF_SUBJECTS = `
select f.form from (
  select s.position, row_number() over (partition by t.n, g.type order by s.valid_from desc, s.position desc) as nth
    from unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)
   cross join lateral (
     select s.valid_from, s.position from subject_fact s
      where s.projection = t.projection and s.subject = t.subject and s.valid_from <= $3 and s.known_from <= $4 and s.known_to > $4
      order by s.valid_from desc, s.position desc limit ${OF_A_SUBJECT}) s
    join fact g on g.position = s.position and g.known_from <= $4 and g.known_to > $4) r
  join fact f on f.position = r.position and f.known_from <= $4 and f.known_to > $4
 where r.nth <= ${OF_EACH_TYPE}`;

async function factsOfSubjects(pool: Pool, subjects: readonly Subject[], clocks: Clocks): Promise<ToldForm[]> {
  if (subjects.length === 0) return [];
  if (clocks.reportedAsOf !== Infinity) {
    const facts = await factsAsReported(pool, subjects, clocks);
    return facts.flat().map((fact) => ({ ...fact, withdrawn: false }));
  }
  const names = [column(subjects, (one) => one.projection), column(subjects, (one) => one.subject)];
  const { rows } = await pool.query<{ form: FactForm }>({
    name: 'evidence-of-subjects',
    text: OF_SUBJECTS,
    values: [...names, worldBound(clocks.asOf), clocks.position],
  });
  return rows.flatMap(({ form }) => tellForm(form, Infinity) ?? []);
}

/** $1 ids, $2 position: the forms of the facts that these events are, or are about. */
const OF_EVENTS = `
select f.form
  from (select distinct e.fact_id from unnest($1::uuid[]) u(id) join event e on e.id = u.id) t
  join event e on e.id = t.fact_id
  join fact f on f.position = e.position and f.known_from <= $2 and f.known_to > $2`;

async function factsOfEvents(pool: Pool, ids: readonly string[], clocks: Clocks): Promise<ToldForm[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<{ form: FactForm }>({ name: 'evidence-of-events', text: OF_EVENTS, values: [ids, clocks.position] });
  return rows.flatMap(({ form }) => tellForm(form, clocks.reportedAsOf) ?? []);
}
