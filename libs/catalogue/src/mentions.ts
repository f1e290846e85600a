import { z } from 'zod';
import { eventDefinition } from './catalogue.js';
import { Party } from './values/party.js';
import { Person } from './values/person.js';
import { periodOf, ReducedDate } from './values/reduced-date.js';

/** By type, the fields whose schema is a date. Filled on first use. */
const fieldsOf = new Map<string, readonly string[]>();

/**
 * The span of valid time that the dates in an event's data cover (until when, from when, for when), in microseconds
 * since the epoch; `null` if the data hold no date. Throws `RangeError` on an unknown type.
 */
export function datesNamed(type: string, data: Readonly<Record<string, unknown>>): { from: number; to: number } | null {
  let span: { from: number; to: number } | null = null;
  for (const field of datedFields(type)) {
    const value = data[field];
    if (typeof value !== 'string') continue;
    const { from, to } = periodOf(value);
    span = span ? { from: Math.min(span.from, from), to: Math.max(span.to, to) } : { from, to };
  }
  return span;
}

function datedFields(type: string): readonly string[] {
  const known = fieldsOf.get(type);
  if (known) return known;
  const definition = eventDefinition(type);
  if (!definition) throw new RangeError(`no event type ${type}`);
  const shape = (definition.data as z.ZodObject).shape as Record<string, z.core.$ZodType>;
  const fields = Object.entries(shape).flatMap(([name, schema]) => (isDate(schema) ? [name] : []));
  fieldsOf.set(type, fields);
  return fields;
}

/** `describe()` returns a new schema, which shares its definition with the original. */
function isDate(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return isDate(schema.def.innerType);
  return schema._zod.def === ReducedDate._zod.def;
}

/** Who is named in an event's data. A timeline is filtered by these. */
export interface Mentions {
  /** Codes, each once; includes the parties of the persons. */
  parties: string[];
  /** Names, each once. */
  persons: string[];
}

type Collect = (value: unknown, mentions: { parties: Set<string>; persons: Set<string> }) => void;

/**
 * The parties and persons in an event's data: every value, at any depth, that the schema of its type declares as a
 * `Party` or a `Person`. Throws `RangeError` on an unknown type.
 */
export function mentionsOf(type: string, data: unknown): Mentions {
  const mentions = { parties: new Set<string>(), persons: new Set<string>() };
  collectorOf(type)?.(data, mentions);
  return { parties: [...mentions.parties], persons: [...mentions.persons] };
}

const collectors = new Map<string, Collect | null>();

/** Compiled once per type. */
function collectorOf(type: string): Collect | null {
  const known = collectors.get(type);
  if (known !== undefined) return known;
  const definition = eventDefinition(type);
  if (!definition) throw new RangeError(`no event type ${type}`);
  const compiled = compile(definition.data);
  collectors.set(type, compiled);
  return compiled;
}

/** The collector of a schema, or `null` if its values can name nobody. */
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

/** `describe()` returns a new schema, which shares its definition with the original. */
const isA = (schema: z.core.$ZodType, value: z.core.$ZodType): boolean => schema._zod.def === value._zod.def;
