/** Something recorded, as it was posted and acknowledged: all that the oracle ever knows of the world. */
interface Recorded {
  id: string;
  type: string;
  story: string;
  /** Who published the source; an event without one counts as published from the first. */
  publisher?: string | undefined;
  attributedTo?: string | undefined;
  /** Publication of the source, as precisely as it is known; absent where nobody knows. */
  publishedAt?: string | undefined;
  position: number;
  /** The first position of the request that recorded it: a request becomes known whole. */
  requestStart: number;
  recordedAt: string;
}

export type Certainty = 'reported' | 'claimed' | 'confirmed';
export type Data = Readonly<Record<string, unknown>>;

/** What a source can say of a fact, and what a correction can mend of it. */
export interface Fields {
  occurredAt: string;
  certainty: Certainty;
  data: Data;
}

export type ToldFact = Recorded & Fields;

/** A correction, a retraction or a corroboration, with the fields that it gives. */
export type ToldAbout = Recorded & Partial<Fields> & { type: AboutType; target: string };

export type AboutType = 'EventCorrected' | 'EventRetracted' | 'EventCorroborated';

export type Told = ToldFact | ToldAbout;

export const isAbout = (event: Told): event is ToldAbout => 'target' in event;

/** A fact, or a claim, as all that is known of it at a point has it: what the states are made of. */
export interface Fact extends Fields {
  id: string;
  type: string;
  story: string;
  publisher: string;
  attributedTo?: string | undefined;
  position: number;
}

/** A field of the data that was given, or `undefined`. */
export const given = ({ data }: { data: Data }, field: string): unknown => data[field];

export const ofType = <F extends Fact>(facts: readonly F[], ...types: string[]): F[] =>
  facts.filter((fact) => types.includes(fact.type));

/** What the last fact that gives the field says of it, or `null` where none does. */
export function lastGiven(facts: readonly Fact[], field: string): unknown {
  const giving = facts.filter((fact) => given(fact, field) !== undefined);
  const last = giving.at(-1);
  return last ? given(last, field) : null;
}

/** The facts that come after `fact` in the list. */
export const after = (facts: readonly Fact[], fact: Fact | undefined): Fact[] =>
  fact ? facts.slice(facts.indexOf(fact) + 1) : [...facts];
