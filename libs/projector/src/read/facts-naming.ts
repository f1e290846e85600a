import type { Pool } from 'pg';
import { formOf, storedForm, type StoredForm } from '../batch/stored-forms.js';
import { tellFact } from '../facts/tell-fact.js';
import { subjectOf } from '../fold/assertions.js';
import { compareText } from './read-board.js';
import type { Serving } from './serving.js';

/** How many facts of the log are looked at in one question. */
const LOOKED_AT = 20_000;
/** Up to so many are few. */
const FEW = 2_000;

/** $1 after, $2 up to, $3 party, $4 position, $5 how many: facts that name a party, as known at a position, in the order of the log. */
const NAMING = `
select f.position from fact f
 where f.position > $1 and f.position <= $2 and f.parties @> array[$3] and f.known_from <= $4 and f.known_to > $4
 limit $5`;

/** $1 facts, $2 position: their forms as known there. */
const FORMS = `
select ${storedForm('f')} as form from unnest($1::bigint[]) u(position) join fact f on f.position = u.position and f.known_from <= $2 and f.known_to > $2`;

/**
 * The subjects of a view, by name, of the facts that name a party, where these are few: a state is about the parties that its facts name. `null` where they are many.
 *
 * @param position as known there
 */
export async function subjectsOfFewNaming(pool: Pool, { view }: Serving, party: string, position: number): Promise<string[] | null> {
  const facts: string[] = [];
  for (let after = 0; after < position; after += LOOKED_AT) {
    const values = [after, Math.min(after + LOOKED_AT, position), party, position, FEW + 1 - facts.length];
    const { rows } = await pool.query<{ position: string }>({ name: 'facts-naming', text: NAMING, values });
    facts.push(...rows.map((row) => row.position));
    if (facts.length > FEW) return null;
  }
  const { rows } = await pool.query<{ form: StoredForm }>({ name: 'forms-of-facts', text: FORMS, values: [facts, position] });
  const told = rows.flatMap(({ form }) => tellFact(formOf(form)) ?? []);
  return [...new Set(told.flatMap((fact) => subjectOf(view, fact) ?? []))].sort(compareText);
}
