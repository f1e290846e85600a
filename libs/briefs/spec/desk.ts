import { EventKind, type Certainty, type StoredEvent } from '#log/event.js';
import { stored } from '#history/testing/facts.js';
import { fact } from '../../views/spec/given.js';
import type { EventType } from '#catalogue/catalogue.js';
import { briefOf } from '../src/brief.js';
import { materialOf } from './random-story.js';

/** What an editor records, in this order. */
export interface Recorded {
  type: EventType;
  occurredAt: string;
  data: Record<string, unknown>;
  certainty?: Certainty;
  publisher?: string;
  attributedTo?: string;
}

/** A story of some facts, told as of a date: its sentences by section. */
export function given(...facts: Recorded[]) {
  const events = facts.map(({ type, occurredAt, data, ...more }, i): StoredEvent => {
    const happened = fact(type, occurredAt, data as never);
    return stored(EventKind.fact, type, {
      position: i + 1,
      occurredAt,
      ...more,
      data: happened.data as Record<string, unknown>,
    });
  });
  return {
    asOf: (asOf: string) => {
      const brief = briefOf(materialOf({ events, asOf, withheld: 0 }));
      const sections = Object.fromEntries(
        brief.sections.map(({ title, sentences }) => [title, sentences.map(({ text }) => text)]),
      );
      return { headline: brief.headline, freshUntil: brief.freshUntil, ...sections } as Record<string, unknown>;
    },
  };
}
