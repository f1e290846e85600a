import type { z } from 'zod';
import { upcast, type EventDefinition, type SentenceContext } from './events/define-event.js';
import * as events from './events.js';

/** Every event type of the index, in alphabetical order. */
export const catalogue = Object.values(events);

export type EventType = (typeof catalogue)[number]['type'];

/** The parsed data of a type: defaults filled in, texts trimmed. */
export type DataOf<T extends EventType> = z.output<Extract<(typeof catalogue)[number], { type: T }>['data']>;

/** In a map of all types TypeScript cannot see that `data` and `sentence` belong together: hence the cast. */
const byType: ReadonlyMap<string, EventDefinition> = new Map(
  catalogue.map((definition) => [definition.type, definition as unknown as EventDefinition]),
);

/** The definition of a type, or `undefined` for an unknown type. */
export function eventDefinition(type: string): EventDefinition | undefined {
  return byType.get(type);
}

/**
 * The timeline's sentence for a fact. `data` must be of the type's current schema version. Throws `RangeError` on an
 * unknown type.
 */
export function sentenceOf(type: string, data: unknown, mention: SentenceContext): string {
  return definitionOf(type).sentence(data, mention);
}

/**
 * Converts stored data from the schema version under which they were recorded to the current one. Throws `RangeError`
 * on an unknown type or version: then a newer program wrote the event.
 */
export function upcastData(type: string, fromVersion: number, data: unknown): unknown {
  return upcast(definitionOf(type), fromVersion, data);
}

function definitionOf(type: string): EventDefinition {
  const definition = byType.get(type);
  if (definition === undefined) throw new RangeError(`not an event type: ${type}`);
  return definition;
}
