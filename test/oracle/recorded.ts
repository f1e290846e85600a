/** An event as it was posted and acknowledged. Such events are all that the oracle knows. */
interface Recorded {
  id: string;
  type: string;
  story: string;
  /** The publisher of the source. An event without one counts as published at any time. */
  publisher?: string | undefined;
  attributedTo?: string | undefined;
  /** The publication of the source, as precisely as it is known; absent where it is unknown. */
  publishedAt?: string | undefined;
  position: number;
  /** The first position of the request that recorded it: a request becomes known as a whole. */
  requestStart: number;
  recordedAt: string;
}

export type Certainty = 'reported' | 'claimed' | 'confirmed';
export type Data = Readonly<Record<string, unknown>>;

/** The fields of a fact that a source gives and a correction replaces. */
export interface Fields {
  occurredAt: string;
  certainty: Certainty;
  data: Data;
}

export type RecordedFact = Recorded & Fields;

/** A correction, a retraction or a corroboration, with the fields that it gives. */
export type RecordedMetaEvent = Recorded &
  Partial<Fields> & {
    type: MetaEventType;
    target: string;
    /** Of a correction: when the source of the account was really published. */
    correctedPublication?: string | undefined;
  };

export type MetaEventType = 'EventCorrected' | 'EventRetracted' | 'EventCorroborated';

export type RecordedEvent = RecordedFact | RecordedMetaEvent;

export const isMetaEvent = (event: RecordedEvent): event is RecordedMetaEvent => 'target' in event;

/** A fact or a claim with everything known of it at a point. States are folded from facts. */
export interface Fact extends Fields {
  id: string;
  type: string;
  story: string;
  publisher: string;
  attributedTo?: string | undefined;
  position: number;
}

/** A field of the data, `undefined` where it was not given. */
export const given = ({ data }: { data: Data }, field: string): unknown => data[field];

export const ofType = <F extends Fact>(facts: readonly F[], ...types: string[]): F[] =>
  facts.filter((fact) => types.includes(fact.type));

/** The value by the last fact that gives the field; `null`: none does. */
export function lastGiven(facts: readonly Fact[], field: string): unknown {
  const last = facts.findLast((fact) => given(fact, field) !== undefined);
  return last ? given(last, field) : null;
}

/** The elements of each key, in their order. */
export function grouped<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
