import { z } from 'zod';
import { eventDefinition } from './catalogue.js';
import { periodOf, ReducedDate } from './values/reduced-date.js';

/** The fields of each type that hold a date, found by its schema. */
const fieldsOf = new Map<string, readonly string[]>();

/**
 * The span of world time, microseconds since the epoch, in which the dates lie that an event's data name: until when,
 * from when, for when; `null` where they name none. Throws `RangeError` on an unknown type.
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

/** A field's own description makes another schema of a shared value; both share one definition. */
function isDate(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return isDate(schema.def.innerType);
  return schema._zod.def === ReducedDate._zod.def;
}
