import { saidBy, type Candidate, type Dispute } from './disputes.js';
import { upTo, type Moment } from './knowledge.js';
import { compatible, type Said } from './says.js';
import { startOf, type Standing } from './standing.js';

/** Something that sets properties, at its place in the order. */
interface Setter {
  moment: Moment;
  said: readonly Said[];
  /** Missing of what only might stand there. */
  fact?: Standing;
}

const setterOf = (fact: Standing): Setter => ({ moment: { at: startOf(fact), position: fact.position }, said: saidBy(fact, fact), fact });

/** The value of each property at the moment, and who set it last. */
function determined(setters: readonly Setter[], moment: Moment): Map<string, { value: unknown; setter: Setter }> {
  const inForce = setters.filter((setter) => upTo(setter.moment, moment)).sort((a, b) => (upTo(a.moment, b.moment) ? -1 : 1));
  return new Map(inForce.flatMap((setter) => setter.said.map(([property, value]) => [property, { value, setter }] as const)));
}

/** The properties that a fact determines at the moment. */
export function determinedBy(fact: Standing, folded: readonly Standing[], moment: Moment): string[] {
  const properties = [...determined(folded.map(setterOf), moment)];
  return properties.filter(([, { setter }]) => setter.fact === fact).map(([property]) => property);
}

export type Answer = 'yes' | 'perhaps' | 'no';

/**
 * Whether some property would have another value at the moment if the candidate stood in its winner's place, with its date and values.
 * Perhaps, where it would differ only in what the one or the other leaves unsaid: who does not say contradicts nobody, but then the value
 * would be another.
 */
export function casts(candidate: Candidate, { winner }: Dispute, folded: readonly Standing[], moment: Moment): Answer {
  const setters = folded.map(setterOf);
  const instead: Setter = { moment: { at: startOf(candidate), position: winner.position }, said: candidate.said };
  const actual = determined(setters, moment);
  const imagined = determined([...setters.filter(({ fact }) => fact !== winner), instead], moment);
  const isThere = upTo(instead.moment, moment);
  const unsaid = (property: string) =>
    isThere && actual.get(property)?.setter.fact === winner && !candidate.said.some(([name]) => name === property);
  return strongest(
    [...new Set([...actual.keys(), ...imagined.keys()])].map((property) => {
      const [is, would] = [actual.get(property), imagined.get(property)];
      if (is && would && (is.value === would.value || (is.value !== null && would.value !== null && compatible(is.value, would.value))))
        return 'no';
      return unsaid(property) || (is && would && (is.value === null || would.value === null)) ? 'perhaps' : 'yes';
    }),
  );
}

export const strongest = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('perhaps') ? 'perhaps' : 'no';
