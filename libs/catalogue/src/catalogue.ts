import type { z } from 'zod';
import type { EventDefinition, SentenceContext } from './define-event.js';
import * as events from './events.js';
import { upcast } from './upcast.js';

/** What can be said: every event type of the index, in the order of their names. */
export const catalogue = Object.values(events);

export type EventType = (typeof catalogue)[number]['type'];

/** The data of a type as its schema gives it out: defaults filled in, texts trimmed. */
export type DataOf<T extends EventType> = z.output<Extract<(typeof catalogue)[number], { type: T }>['data']>;

/**
 * A definition's own `data` and `sentence` fit together; across the catalogue only the type's name says which belong to
 * which.
 */
const byType: ReadonlyMap<string, EventDefinition> = new Map(
  catalogue.map((definition) => [definition.type, definition as unknown as EventDefinition]),
);

/** The definition of a type, or `undefined` where there is no such type. */
export function eventDefinition(type: string): EventDefinition | undefined {
  return byType.get(type);
}

/**
 * How the timeline tells a fact. `data` is of the type's current schema version. Throws `RangeError` on a type that is
 * not here.
 */
export function sentenceOf(type: string, data: unknown, mention: SentenceContext): string {
  return known(type).sentence(data, mention);
}

/**
 * Brings stored data from the schema version under which it was recorded to the current one. Throws `RangeError` on a
 * type or a version that is not here: then the record was written by a newer program.
 */
export function upcastData(type: string, fromVersion: number, data: unknown): unknown {
  return upcast(known(type), fromVersion, data);
}

function known(type: string): EventDefinition {
  const definition = byType.get(type);
  if (definition === undefined) throw new RangeError(`not an event type: ${type}`);
  return definition;
}
