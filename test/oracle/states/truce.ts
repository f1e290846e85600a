import { endOf } from '../dates.js';
import { date, dateOrNull, either, listOrNone, sequence, type Pattern } from '../pattern.js';
import { after, given, lastGiven, ofType, type Fact } from '../told.js';

/** The state of a truce after these facts (claims left out, in fold order), told at the instant `at`. */
export function truce(facts: readonly Fact[], at: string): Pattern {
  const agreements = ofType(facts, 'TruceAgreed');
  const ends = validUntil(facts);
  return {
    parties: listOrNone(lastGiven(facts, 'parties')),
    agreedAt: agreements.length === 0 ? null : either(...agreements.map((fact) => date(fact.occurredAt))),
    validUntil: either(...ends.map(dateOrNull)),
    extensions: extensions(facts),
    status: either(...statuses(facts, ends, at)),
  };
}

/** The end that is in force; two possible ones where a new agreement names none and an older fact did. */
function validUntil(facts: readonly Fact[]): (string | null)[] {
  const binding = ofType(facts, 'TruceAgreed', 'TruceExtended');
  const last = binding.at(-1);
  if (last === undefined) return [null];
  const end = given(last, 'validUntil');
  return typeof end === 'string' ? [end] : [null, lastGiven(binding, 'validUntil') as string | null];
}

/** Every extension; whether a new agreement does away with the ones before it is left open. */
function extensions(facts: readonly Fact[]): Pattern {
  const sinceAgreed = after(facts, ofType(facts, 'TruceAgreed').at(-1));
  const entry = (fact: Fact): Pattern => ({
    occurredAt: date(fact.occurredAt),
    validUntil: dateOrNull(given(fact, 'validUntil')),
    ordinal: (given(fact, 'ordinal') ?? null) as Pattern,
    event: fact.id,
  });
  return sequence(
    ofType(facts, 'TruceExtended').map((fact) => ({ pattern: entry(fact), optional: !sinceAgreed.includes(fact) })),
  );
}

/** A truce runs through the whole of its last period; what an extension after a breach means is left open. */
function statuses(facts: readonly Fact[], ends: readonly (string | null)[], at: string): string[] {
  const stops = ofType(after(facts, ofType(facts, 'TruceAgreed').at(-1)), 'TruceBroken', 'TruceEnded');
  const stopped = stops.map((fact) => (fact.type === 'TruceBroken' ? 'broken' : 'ended')).at(-1);
  const last = facts.at(-1);
  if (stopped !== undefined && last !== undefined && last.type !== 'TruceExtended') return [stopped];
  const running = ends.map((end) => (end !== null && endOf(end) < at ? 'expired' : 'in_force'));
  return stopped === undefined ? running : [...running, stopped];
}
