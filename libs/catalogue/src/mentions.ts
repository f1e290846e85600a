import { z } from 'zod';
import { eventDefinition } from './catalogue.js';
import { Party } from './values/party.js';
import { Person } from './values/person.js';

/** Who is named in an event's data: what a timeline is filtered by. */
export interface Mentions {
  /** Codes, each once; those of persons included. */
  parties: string[];
  /** Names, each once. */
  persons: string[];
}

type Collect = (value: unknown, mentions: { parties: Set<string>; persons: Set<string> }) => void;

/**
 * Found by the schemas themselves: whatever a type declares as a `Party` or a `Person`, at any depth. Throws
 * `RangeError` on an unknown type.
 */
export function mentionsOf(type: string, data: unknown): Mentions {
  const mentions = { parties: new Set<string>(), persons: new Set<string>() };
  collectorOf(type)?.(data, mentions);
  return { parties: [...mentions.parties], persons: [...mentions.persons] };
}

const collectors = new Map<string, Collect | null>();

/** Compiled once a type. */
function collectorOf(type: string): Collect | null {
  const known = collectors.get(type);
  if (known !== undefined) return known;
  const definition = eventDefinition(type);
  if (!definition) throw new RangeError(`no event type ${type}`);
  const compiled = compile(definition.data);
  collectors.set(type, compiled);
  return compiled;
}

/** What to collect under a schema; `null` where it can name nobody. */
function compile(schema: z.core.$ZodType): Collect | null {
  if (isA(schema, Party)) return (value, mentions) => void (typeof value === 'string' && mentions.parties.add(value));
  if (isA(schema, Person)) {
    return (value, mentions) => {
      const person = value as z.infer<typeof Person>;
      mentions.persons.add(person.name);
      if (person.party !== undefined) mentions.parties.add(person.party);
    };
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    const inner = compile(schema.def.innerType);
    return inner && ((value, mentions) => void (value !== undefined && value !== null && inner(value, mentions)));
  }
  if (schema instanceof z.ZodArray) {
    const element = compile(schema.element);
    return element && ((value, mentions) => (value as unknown[]).forEach((one) => element(one, mentions)));
  }
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, z.core.$ZodType>).flatMap(([name, field]) => {
      const collect = compile(field);
      return collect ? [{ name, collect }] : [];
    });
    if (fields.length === 0) return null;
    return (value, mentions) => {
      for (const { name, collect } of fields) collect((value as Record<string, unknown>)[name], mentions);
    };
  }
  return null;
}

/** A field's own description makes another schema of a shared value; both share one definition. */
const isA = (schema: z.core.$ZodType, value: z.core.$ZodType): boolean => schema._zod.def === value._zod.def;
