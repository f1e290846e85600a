import { mentionsOf } from '#catalogue/mentions.js';
import type { Pool } from 'pg';
import { readFactState, factStateSql, type StoredFactState } from '#projector/store/stored-fact-states.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { Known } from '../clocks/clocks.js';
import { factsWithMetaEvents } from './facts-with-meta-events.js';
import { compareText, type SubjectName } from './subject.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';

/*
 * The subjects of a view whose states may be about some parties. A state is about the parties that its facts name.
 * Where
 * few facts name one of them, their subjects are found from them; else the rows of subject_fact are scanned.
 */

/** How many facts are few. */
const FEW = 2_000;
/** Of how many facts with meta-events at most it is looked up whether they name one of the parties. */
const MAX_WITH_META_EVENTS = 20_000;
/** Parties that are named by `OFTEN` of the latest `LATEST` facts of the log are named by many. */
const LATEST = 2_000;
const OFTEN = 100;

/** $1 after, $2 parties, $3 how many: whether so many facts after a position name one of them. */
const OFTEN_NAMED = `
select count(*) >= $3 as often
  from (select f.parties from fact f where f.position > $1 offset 0) f where f.parties && $2`;

/** $1 parties, $2 position, $3 whether every state counts that was known by then, $4 how many: facts naming one. */
const FACTS_NAMING = `
select f.position from fact f
 where f.parties && $1 and f.known_from <= $2 and (f.known_to > $2 or $3) limit $4`;

/** $1 facts, $2 position: their states as known there. */
const STATES = `
select ${factStateSql('f')} as form
  from unnest($1::bigint[]) u(position)
  join fact f on f.position = u.position and f.known_from <= $2 and f.known_to > $2`;

/**
 * The subjects of a view, by name, of the facts that name one of some parties. `null` where these are many, or where,
 * as reported by an earlier date, many facts may resolve differently.
 */
export async function findSubjectsOfParty(
  pool: Pool,
  { view }: ActiveGeneration,
  parties: readonly string[],
  known: Known,
): Promise<string[] | null> {
  const { position, reportedAsOf } = known;
  if (position > 10 * LATEST) {
    const values = [position - LATEST, parties, OFTEN];
    const { rows } = await pool.query<{ often: boolean }>({ name: 'often-named', text: OFTEN_NAMED, values });
    if (rows[0]?.often) return null;
  }
  const asReported = reportedAsOf !== Infinity;
  const named = await pool.query<{ position: string }>({
    name: 'facts-naming',
    text: FACTS_NAMING,
    values: [parties, position, asReported, FEW + 1],
  });
  if (named.rows.length > FEW) return null;
  const withMetaEvents = asReported ? await resolveNaming(pool, parties, known) : [];
  if (withMetaEvents === null) return null;
  const values = [[...new Set(named.rows.map((row) => row.position))], position];
  const { rows } = await pool.query<{ form: StoredFactState }>({ name: 'states-of-facts', text: STATES, values });
  const facts = rows.flatMap(({ form }) => resolveFact(readFactState(form), known) ?? []);
  return [...new Set([...facts, ...withMetaEvents].flatMap((fact) => subjectOf(view, fact) ?? []))].sort(compareText);
}

/** The facts with meta-events that name one as reported by a date; `null` where there are too many of either. */
async function resolveNaming(pool: Pool, parties: readonly string[], known: Known): Promise<ResolvedFact[] | null> {
  const naming: ResolvedFact[] = [];
  let lookedAt = 0;
  for await (const states of factsWithMetaEvents(pool, known.position)) {
    const resolved = states.flatMap((state) => resolveFact(state, known) ?? []);
    naming.push(
      ...resolved.filter(({ type, data }) => mentionsOf(type, data).parties.some((one) => parties.includes(one))),
    );
    if (naming.length > FEW || (lookedAt += states.length) > MAX_WITH_META_EVENTS) return null;
  }
  return naming;
}

/** How many rows of subject_fact one query looks at. */
const AT_A_TIME = 10_000;

/**
 * The rows of subject_fact after one of them, in order, whose fact names one of some parties in any of its states,
 * among as many as are looked at, and the last of these in any case. $1 projection, $2 parties, $3 story or null, $4 to
 * $7 after this row, $8 how many are looked at
 */
const ROWS_NAMING = `
select s.subject, s.valid_from, s.position, s.known_from, s.n
  from (select l.*, row_number() over (order by subject, valid_from, position, known_from) as n
          from (select subject, valid_from, position, known_from, story from subject_fact
                 where projection = $1 and (subject, valid_from, position, known_from) > ($4, $5, $6, $7)
                 order by subject, valid_from, position, known_from limit $8) l) s
  left join lateral (
    select true as names from fact f
     where f.position = s.position and f.parties && $2 and ($3::text is null or s.story = $3) limit 1) f on true
 where f.names or s.n = $8
 order by s.n`;

interface SubjectFactKey {
  subject: string;
  valid_from: string;
  position: string;
  known_from: string;
  n: string;
}

const LAST = '9223372036854775807';

/**
 * The subjects of a view after one of them, by name, of which some fact names one of some parties in any of its states,
 * some at a time. Those whose states are about these parties are among them.
 *
 * @param story only facts of this one, or `null`
 */
export async function* scanSubjectsOfParty(
  pool: Pool,
  projection: number,
  parties: readonly string[],
  story: string | null,
  after: string,
): AsyncGenerator<SubjectName[]> {
  let place = [after, LAST, LAST, LAST];
  let latest = after;
  for (;;) {
    const { rows } = await pool.query<SubjectFactKey>({
      name: 'subjects-naming',
      text: ROWS_NAMING,
      values: [projection, parties, story, ...place, AT_A_TIME],
    });
    const names = [...new Set(rows.map(({ subject }) => subject))].filter((subject) => subject !== latest);
    latest = names.at(-1) ?? latest;
    if (names.length > 0) yield names.map((subject) => ({ projection, subject }));
    const end = rows.at(-1);
    if (Number(end?.n) !== AT_A_TIME || !end) return;
    place = [end.subject, end.valid_from, end.position, end.known_from];
  }
}
