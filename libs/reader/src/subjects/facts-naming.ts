import { mentionsOf } from '#catalogue/mentions.js';
import type { Pool } from 'pg';
import { formOf, storedForm, type StoredForm } from '#projector/store/stored-fact-states.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { Clocks } from '../clocks/clocks.js';
import { factsSpokenOf } from './facts-with-meta-events.js';
import { compareText } from './compare-text.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';

/** Up to so many facts are few. */
const FEW = 2_000;
/** Of the facts that events are about so many are looked at. */
const MOST_SPOKEN_OF = 20_000;
/** Of the latest of the log so many are looked at: where so many of them name a party, it is named by many. */
const LATEST = 2_000;
const OFTEN = 100;

/** $1 after, $2 party, $3 how many: whether so many facts after a position name a party. */
const OFTEN_NAMED = `
select count(*) >= $3 as often from (select f.parties from fact f where f.position > $1 offset 0) f where f.parties @> array[$2]`;

/** $1 party, $2 position, $3 whether any form counts that was known by then, $4 how many: facts that name a party. */
const NAMING = `
select f.position from fact f where f.parties @> array[$1] and f.known_from <= $2 and (f.known_to > $2 or $3) limit $4`;

/** $1 facts, $2 position: their forms as known there. */
const FORMS = `
select ${storedForm('f')} as form from unnest($1::bigint[]) u(position) join fact f on f.position = u.position and f.known_from <= $2 and f.known_to > $2`;

/**
 * The subjects of a view, by name, of the facts that name a party, where these are few: a state is about the parties
 * that its facts name. `null` where they are many, or where by an earlier press many may be told otherwise.
 */
export async function subjectsOfFewNaming(
  pool: Pool,
  { view }: ActiveGeneration,
  party: string,
  { position, reportedAsOf }: Pick<Clocks, 'position' | 'reportedAsOf'>,
): Promise<string[] | null> {
  if (position > 10 * LATEST) {
    const values = [position - LATEST, party, OFTEN];
    const { rows } = await pool.query<{ often: boolean }>({ name: 'often-named', text: OFTEN_NAMED, values });
    if (rows[0]?.often) return null;
  }
  const anyPress = reportedAsOf === Infinity;
  const named = await pool.query<{ position: string }>({
    name: 'facts-naming',
    text: NAMING,
    values: [party, position, !anyPress, FEW + 1],
  });
  if (named.rows.length > FEW) return null;
  const spokenOf = anyPress ? [] : await spokenOfNaming(pool, party, position, reportedAsOf);
  if (spokenOf === null) return null;
  const values = [[...new Set(named.rows.map((row) => row.position))], position];
  const { rows } = await pool.query<{ form: StoredForm }>({ name: 'forms-of-facts', text: FORMS, values });
  const resolved = [...rows.flatMap(({ form }) => resolveFact(formOf(form), reportedAsOf) ?? []), ...spokenOf];
  return [...new Set(resolved.flatMap((fact) => subjectOf(view, fact) ?? []))].sort(compareText);
}

/**
 * The facts that events are about and that name a party as the press told them. `null`: they are many, or many were
 * looked at.
 */
async function spokenOfNaming(
  pool: Pool,
  party: string,
  position: number,
  reportedAsOf: number,
): Promise<ResolvedFact[] | null> {
  const naming: ResolvedFact[] = [];
  let lookedAt = 0;
  for await (const forms of factsSpokenOf(pool, position)) {
    const resolved = forms.flatMap((form) => resolveFact(form, reportedAsOf) ?? []);
    naming.push(...resolved.filter(({ type, data }) => mentionsOf(type, data).parties.includes(party)));
    if (naming.length > FEW || (lookedAt += forms.length) > MOST_SPOKEN_OF) return null;
  }
  return naming;
}
