import { between, oneOf, type Random } from './random.js';

/** An event as it is posted. */
export interface Body {
  id?: string;
  type: string;
  story: string;
  occurredAt?: string;
  certainty?: string;
  data: Record<string, unknown>;
  /** Its url is of this event alone. */
  source?: { url: string; publisher: string; publishedAt: string };
}

/** A fact that stands in the log, which later events may be about. */
export interface KnownFact {
  id: string;
  type: string;
  story: string;
  data: Record<string, unknown>;
}

const PUBLISHERS = ['Morning Gazette', 'Evening Post', 'Weekly Ledger'];
const PARTIES = [
  { imposedBy: 'USA', appliesTo: 'CHN' },
  { imposedBy: 'CHN', appliesTo: 'USA' },
  { imposedBy: 'CAN', appliesTo: 'USA' },
];
const PEOPLE = [
  [
    { name: 'Ada Moreno', party: 'USA' },
    { name: 'Li Wen', party: 'CHN' },
  ],
  [{ name: 'Jon Aker' }, { name: 'Li Wen', party: 'CHN' }],
];
/**
 * So many requests of each writer of a load are about the same few subjects; then come others, so that no history grows
 * without end.
 */
const REQUESTS_TO_AN_AGE = 40;

/**
 * What a writer says, request by request: facts of several types in any order of their dates, on subjects that all
 * writers share; batches; and corrections, corroborations and retractions of what it has recorded itself.
 *
 * @param load the name of all writers that share subjects
 * @param writer its number among them
 */
export function draftsOf(
  random: Random,
  load: string,
  writer: number,
  stories: readonly string[],
): (known: KnownFact[]) => Body[] {
  let requests = 0;
  const source = (i: number) => ({
    url: `https://example.org/${load}/${writer}/${requests}/${i}`,
    publisher: oneOf(random, PUBLISHERS),
    publishedAt: '2026-01-15',
  });
  const fact = (i: number): Body => ({
    ...happening(random, `${load}-${Math.floor(requests / REQUESTS_TO_AN_AGE)}`),
    story: oneOf(random, stories),
    occurredAt: someDate(random),
    certainty: oneOf(random, ['reported', 'reported', 'confirmed', 'claimed']),
    source: source(i),
  });
  return (known) => {
    requests += 1;
    const kind = random();
    if (kind < 0.2 && known.length > 0) return [{ ...remark(random, known), source: source(0) }];
    const size = kind < 0.35 ? between(random, 2, 6) : 1;
    return Array.from({ length: size }, (_, i) => fact(i));
  };
}

/** Something that happened in an age, without its date. */
function happening(random: Random, age: string): Pick<Body, 'type' | 'data'> {
  const n = between(random, 1, 5);
  switch (oneOf(random, ['tariff', 'tariff', 'truce', 'talks', 'meeting', 'milestone'] as const)) {
    case 'tariff': {
      const data = { ...oneOf(random, PARTIES), measure: `steel-${age}-${n}` };
      return random() < 0.7
        ? { type: 'TariffChanged', data: { ...data, ratePercent: oneOf(random, [10, 25, 34, 145]) } }
        : { type: 'TariffSuspended', data: { ...data, until: someDate(random) } };
    }
    case 'truce':
      return random() < 0.4
        ? {
            type: 'TruceAgreed',
            data: { truce: `truce-${age}-${n}`, parties: ['USA', 'CHN'], validUntil: someDate(random) },
          }
        : { type: 'TruceExtended', data: { truce: `truce-${age}-${n}`, validUntil: someDate(random) } };
    case 'talks': {
      const data = { talks: `talks-${age}-${n}`, round: between(random, 1, 4) };
      return random() < 0.5
        ? { type: 'TalksStarted', data: { ...data, parties: ['USA', 'CHN'] } }
        : { type: 'TalksConcluded', data };
    }
    case 'meeting': {
      const data = { meeting: `meeting-${age}-${n}`, participants: oneOf(random, PEOPLE) };
      return random() < 0.5
        ? { type: 'MeetingScheduled', data: { ...data, scheduledFor: someDate(random) } }
        : { type: 'MeetingHeld', data };
    }
    case 'milestone':
      return { type: 'MilestoneReported', data: { text: 'Something happened that fits nowhere else.' } };
  }
}

/**
 * An event about one of the facts. What is retracted is taken out of those known: nothing can be said of it afterwards.
 */
function remark(random: Random, known: KnownFact[]): Omit<Body, 'source'> {
  const at = Math.floor(random() * known.length);
  const fact = known[at];
  if (!fact) throw new Error('there is no fact to speak of');
  const about = { target: fact.id };
  const kind = random();
  if (kind < 0.4) {
    const data = { ...about, occurredAt: someDate(random), reason: 'The day was mistaken.' };
    return { type: 'EventCorrected', story: fact.story, data };
  }
  if (kind < 0.8) {
    const told = random() < 0.5 ? { occurredAt: someDate(random) } : { certainty: 'confirmed' };
    return { type: 'EventCorroborated', story: fact.story, data: { ...about, ...told } };
  }
  known.splice(at, 1);
  return { type: 'EventRetracted', story: fact.story, data: { ...about, reason: 'It did not happen.' } };
}

/** Mostly a day of 2025, now and then its month only. */
function someDate(random: Random): string {
  const day = new Date(Date.UTC(2025, 0, between(random, 1, 365))).toISOString().slice(0, 10);
  return random() < 0.1 ? day.slice(0, 7) : day;
}
