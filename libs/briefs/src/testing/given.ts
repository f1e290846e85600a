import type { EventType } from '#catalogue/catalogue.js';
import { stored } from '#history/testing/facts.js';
import { EventKind, type Certainty, type StoredEvent } from '#log/event.js';
import { fact } from '#views/testing/given.js';
import { briefOf } from '../brief.js';
import { briefInputOf } from './random-story.js';

/** A fact that an editor records. */
export interface FactInput {
  type: EventType;
  occurredAt: string;
  data: Record<string, unknown>;
  certainty?: Certainty;
  publisher?: string;
  attributedTo?: string;
}

/** A story of some facts, recorded in this order. `asOf` returns its brief, with the sentences by section. */
export function given(...facts: FactInput[]) {
  const events = facts.map(({ type, occurredAt, data, ...more }, i): StoredEvent => {
    const draft = fact(type, occurredAt, data as never);
    return stored(EventKind.fact, type, {
      position: i + 1,
      occurredAt,
      ...more,
      data: draft.data as Record<string, unknown>,
    });
  });
  return {
    asOf: (asOf: string) => {
      const brief = briefOf(briefInputOf({ events, asOf, withheld: 0 }));
      const sections = Object.fromEntries(
        brief.sections.map(({ title, sentences }) => [title, sentences.map(({ text }) => text)]),
      );
      return { headline: brief.headline, freshUntil: brief.freshUntil, ...sections } as Record<string, unknown>;
    },
  };
}
