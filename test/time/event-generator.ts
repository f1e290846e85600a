import { v4 } from 'uuid';
import { catalogue } from '#catalogue/catalogue.js';
import { between, oneOf, type Random } from '../support/load/random.js';

/** An event as it is posted. */
export interface Posted {
  id: string;
  type: string;
  story: string;
  occurredAt?: string;
  certainty?: string;
  data: Record<string, unknown>;
  source?: { url: string; publisher: string; publishedAt?: string };
}

type GivenFields = Partial<Pick<Posted, 'occurredAt' | 'certainty' | 'data'>> & { publishedAt?: string };

const FACTS = catalogue.filter(({ about }) => about === 'world');
const ABOUT = ['EventCorrected', 'EventRetracted', 'EventCorroborated'];
const PUBLISHERS = ['Gazette', 'Post', 'Ledger'];
const PUBLICATIONS = ['2026-01', '2026-01-15', '2026-03-01'];
const SLUGS = ['talks', 'truce', 'meeting', 'restriction', 'summit', 'deal', 'accord'];

/** Makes facts of each type about a few subjects, in any order of their dates, and meta-events about them. */
export class EventGenerator {
  /** The facts that are not retracted, each with its data as corrected. */
  private readonly facts: Posted[] = [];
  private turn = 0;

  constructor(
    private readonly random: Random,
    private readonly stories: readonly string[],
  ) {}

  /** Some events for one request. The kinds of events take turns. */
  next(count: number): Posted[] {
    return Array.from({ length: count }, () => this.event());
  }

  /** Events that close a story, and open it again. */
  closing(story: string): Posted[] {
    const closed = { id: v4(), type: 'StoryClosed', story, occurredAt: '2025-09-01', data: { reason: 'it was over' } };
    return [closed, { id: v4(), type: 'EventRetracted', story, data: { target: closed.id, reason: 'it was not' } }];
  }

  private event(): Posted {
    const kinds = FACTS.length + ABOUT.length * 4;
    const kind = (this.turn += 1) % kinds;
    const type = FACTS[kind];
    if (type) return this.fact(type);
    const about = ABOUT[kind % ABOUT.length] ?? '';
    return this.facts.length < 20 ? this.fact(oneOf(this.random, FACTS)) : this.metaEvent(about);
  }

  private fact({ type, example }: (typeof FACTS)[number]): Posted {
    const certainty = oneOf(this.random, ['reported', 'reported', 'confirmed', 'claimed']);
    const data = this.varied(example);
    const fact = {
      id: v4(),
      type,
      story: oneOf(this.random, this.stories),
      occurredAt: this.date(),
      certainty,
      data,
      source: this.source(),
    };
    this.facts.push({ ...fact });
    return fact;
  }

  private metaEvent(type: string): Posted {
    const at = between(this.random, 0, this.facts.length - 1);
    const fact = this.facts[at];
    if (!fact) throw new Error('there is no fact yet');
    if (type === 'EventRetracted') this.facts.splice(at, 1);
    const sourced = type === 'EventCorroborated' || this.random() < 0.5;
    const given = type === 'EventCorroborated' ? {} : { reason: 'so it was' };
    const fields = type === 'EventRetracted' ? {} : this.fieldsOf(fact, type);
    // Later meta-events have to be about the subject that the fact has by then.
    if (type === 'EventCorrected' && fields.data) fact.data = fields.data;
    const data = { target: fact.id, ...given, ...fields };
    return { id: v4(), type, story: fact.story, data, ...(sourced && { source: this.source() }) };
  }

  /** Another date, certainty or data, or another publication. Only a correction moves a fact to another subject. */
  private fieldsOf({ data }: Posted, type: string): GivenFields {
    const kind = this.random();
    if (type === 'EventCorrected' && kind < 0.15) return { publishedAt: oneOf(this.random, PUBLICATIONS) };
    if (kind < 0.3) return { occurredAt: this.date() };
    if (kind < 0.5) return { certainty: oneOf(this.random, ['confirmed', 'reported']) };
    return { data: this.varied(data, type === 'EventCorrected') };
  }

  /** The same data with another value and, if `elsewhere`, about another subject. */
  private varied(data: Readonly<Record<string, unknown>>, elsewhere = true): Record<string, unknown> {
    const other = between(this.random, 1, 3);
    const entries = Object.entries(data).map(([key, value]): [string, unknown] => {
      if (key === 'ratePercent') return [key, oneOf(this.random, [10, 25, 145])];
      if (elsewhere && SLUGS.includes(key)) return [key, `${key}-${other}`];
      return [key, value];
    });
    return Object.fromEntries(entries);
  }

  private source(): NonNullable<Posted['source']> {
    const publisher = oneOf(this.random, PUBLISHERS);
    const published = this.random() < 0.8 && {
      publishedAt: oneOf(this.random, PUBLICATIONS),
    };
    return { url: `https://example.org/${publisher}`, publisher, ...published };
  }

  private date(): string {
    const day = new Date(Date.UTC(2025, 0, between(this.random, 1, 365))).toISOString().slice(0, 10);
    return day.slice(0, oneOf(this.random, [4, 7, 10, 10, 10]));
  }
}
