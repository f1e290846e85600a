/** One event as it was posted and acknowledged: all that the oracle ever knows of the world. */
export interface Told {
  id: string;
  type: string;
  story: string;
  occurredAt: string;
  certainty: 'reported' | 'claimed' | 'confirmed';
  data: Readonly<Record<string, unknown>>;
  publisher: string;
  attributedTo?: string | undefined;
  /** Publication of the source, as precisely as it is known; absent where nobody knows. */
  publishedAt?: string | undefined;
  position: number;
  /** The first position of the request that recorded it: a request becomes known whole. */
  requestStart: number;
  recordedAt: string;
}

/** A field of the data that was given, or `undefined`. */
export const given = (fact: Told, field: string): unknown => fact.data[field];

export const ofType = (facts: readonly Told[], ...types: string[]): Told[] => facts.filter((fact) => types.includes(fact.type));

/** What the last fact that gives the field says of it, or `null` where none does. */
export function lastGiven(facts: readonly Told[], field: string): unknown {
  const giving = facts.filter((fact) => given(fact, field) !== undefined);
  const last = giving.at(-1);
  return last ? given(last, field) : null;
}

/** The facts that come after `fact` in the list. */
export const after = (facts: readonly Told[], fact: Told | undefined): Told[] => (fact ? facts.slice(facts.indexOf(fact) + 1) : [...facts]);
