import { saidBy, type Candidate, type Dispute } from './disputes.js';
import { upTo, type Moment } from './knowledge.js';
import { compatible, valueOf, type Said } from './says.js';
import { startOf, type Standing } from './standing.js';

/** Something that sets properties, at its place in the order. */
interface Setter {
  moment: Moment;
  said: readonly Said[];
  /** Missing of what only might stand there. */
  fact?: Standing;
}

const setterOf = (fact: Standing): Setter => ({
  moment: { at: startOf(fact), position: fact.position },
  said: saidBy(fact),
  fact,
});

/** The value of each property at the moment, and who set it last. */
function determined(setters: readonly Setter[], moment: Moment): Map<string, { value: unknown; setter: Setter }> {
  const inForce = setters
    .filter((setter) => upTo(setter.moment, moment))
    .sort((a, b) => (upTo(a.moment, b.moment) ? -1 : 1));
  return new Map(
    inForce.flatMap((setter) => setter.said.map(([property, value]) => [property, { value, setter }] as const)),
  );
}

/** The properties that a fact determines at the moment. */
export function determinedBy(fact: Standing, folded: readonly Standing[], moment: Moment): string[] {
  const properties = [...determined(folded.map(setterOf), moment)];
  return properties.filter(([, { setter }]) => setter.fact === fact).map(([property]) => property);
}

/**
 * Whether some property would have another value at the moment if the candidate stood in its winner's place, with its
 * date and values.
 */
export function casts(candidate: Candidate, { winner }: Dispute, folded: readonly Standing[], moment: Moment): boolean {
  const setters = folded.map(setterOf);
  const instead: Setter = {
    moment: { at: startOf(candidate), position: winner.position },
    said: inPlaceOf(winner, candidate),
  };
  const actual = determined(setters, moment);
  const imagined = determined([...setters.filter(({ fact }) => fact !== winner), instead], moment);
  return [...new Set([...actual.keys(), ...imagined.keys()])].some((property) => {
    const [is, would] = [actual.get(property), imagined.get(property)];
    if (is === undefined || would === undefined) return true;
    return is.value === null || would.value === null ? is.value !== would.value : !compatible(is.value, would.value);
  });
}

/**
 * Of what the candidate does not speak, or does not know, it contradicts nobody: there it says what the winner says.
 */
function inPlaceOf(winner: Standing, { said }: Candidate): Said[] {
  const known = said.filter(([, value]) => value !== null);
  return [...saidBy(winner).filter(([property]) => valueOf(known, property) === null), ...known];
}
