import { datesNamed } from '#catalogue/mentions.js';
import type { Pool } from 'pg';
import type { FactState } from '#history/facts/fact-state.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { readFactState, factStateSql, type StoredFactState } from '#projector/store/stored-fact-states.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import { NO_BOUND, worldBound, type Clocks } from '../clocks/clocks.js';
import { factsWithMetaEvents } from './facts-with-meta-events.js';
import { toSubject, type Subject } from './subject.js';

/** How many facts one query reads. */
const FACTS_AT_A_TIME = 500;

/** Between which ends the dates lie, and in which order they are read. */
export interface DateRange {
  after: number;
  upTo: number;
  descending: boolean;
}

/** Names a subject among those of several views. */
export const nameOf = ({ view, subject }: Pick<Subject, 'view' | 'subject'>): string => `${view.name} ${subject}`;

/** The subjects of the facts that name a date with this end, by their names. */
export interface DateGroup {
  end: number;
  subjects: Map<string, Subject>;
}

/** What a fact adds to a group. */
interface DatedFact {
  end: number;
  subjects: readonly Subject[];
}

/** The groups of a range in its order. */
export async function* groupsByEnd(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  range: DateRange,
  clocks: Clocks,
): AsyncGenerator<DateGroup> {
  const { after, upTo, descending } = range;
  const datedFact = (state: FactState): DatedFact | null => {
    const fact = resolveFact(state, clocks);
    const end = fact && datesNamed(fact.type, fact.data)?.to;
    if (!fact || end == null || end <= after || end > upTo || fact.period.from > clocks.asOf) return null;
    const subjects = generations.flatMap((one): Subject[] => {
      const subject = subjectOf(one.view, fact);
      return subject === null ? [] : [toSubject(one, subject)];
    });
    return { end, subjects };
  };
  const others = await revisedFacts(pool, datedFact, clocks);
  others.sort((a, b) => (descending ? b.end - a.end : a.end - b.end));
  let group: DateGroup | null = null;
  const add = function* ({ end, subjects }: DatedFact): Generator<DateGroup> {
    if (group && group.end !== end) {
      yield group;
      group = null;
    }
    group ??= { end, subjects: new Map() };
    for (const subject of subjects) group.subjects.set(nameOf(subject), subject);
  };
  let next = 0;
  for await (const rows of factsByEnd(pool, range, clocks)) {
    for (const row of rows) {
      const fact = datedFact(readFactState(row.form));
      // As reported by an earlier date it may have named another date: then it is among the others.
      if (fact?.end !== Number(row.dates_to)) continue;
      for (let other = others[next]; other && (descending ? other.end > fact.end : other.end < fact.end);) {
        yield* add(other);
        other = others[(next += 1)];
      }
      yield* add(fact);
    }
  }
  for (const other of others.slice(next)) yield* add(other);
  if (group) yield group;
}

/**
 * The facts that may name another date as reported by an earlier date than they do now, in any order. All other facts
 * are the same then, or absent.
 */
async function revisedFacts(
  pool: Pool,
  datedFact: (state: FactState) => DatedFact | null,
  { position, reportedAsOf }: Clocks,
): Promise<DatedFact[]> {
  const found: DatedFact[] = [];
  if (reportedAsOf === Infinity) return found;
  for await (const states of factsWithMetaEvents(pool, position))
    found.push(...states.flatMap((state) => datedFact(state) ?? []));
  return found;
}

/**
 * The states of facts whose data name a date, by its end. $1 and $2 between which ends, $3 position, $4 valid time, $5
 * and $6 after this fact, $7 how many. The data of each type have at most one date.
 */
const factsSql = (order: 'asc' | 'desc'): string => `
select f.dates_to, f.position, ${factStateSql('f')} as form from fact f
 where f.dates_to > $1 and f.dates_to <= $2
   and f.known_from <= $3 and f.known_to > $3 and f.valid_from <= $4 and not f.retracted
   and (f.dates_to, f.position) ${order === 'asc' ? '>' : '<'} ($5, $6)
 order by f.dates_to ${order}, f.position ${order} limit $7`;

const FACTS = { asc: factsSql('asc'), desc: factsSql('desc') };

const NO_LOWER_BOUND = '-9223372036854775808';

interface DatedRow {
  dates_to: string;
  position: string;
  form: StoredFactState;
}

async function* factsByEnd(
  pool: Pool,
  { after, upTo, descending }: DateRange,
  { position, asOf }: Clocks,
): AsyncGenerator<DatedRow[]> {
  const order = descending ? 'desc' : 'asc';
  const bounds = [after === -Infinity ? NO_LOWER_BOUND : String(after), worldBound(upTo), position, worldBound(asOf)];
  for (let last = descending ? [NO_BOUND, NO_BOUND] : [NO_LOWER_BOUND, NO_LOWER_BOUND]; ;) {
    const { rows } = await pool.query<DatedRow>({
      name: `facts-by-date-${order}`,
      text: FACTS[order],
      values: [...bounds, ...last, FACTS_AT_A_TIME],
    });
    yield rows;
    const end = rows.at(-1);
    if (!end || rows.length < FACTS_AT_A_TIME) return;
    last = [end.dates_to, end.position];
  }
}
