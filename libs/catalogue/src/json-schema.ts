import { z } from 'zod';
import type { EventDefinition } from './define-event.js';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema (2020-12) of what a client may send as `data` of an event of this type. */
export function jsonSchemaOf(definition: Pick<EventDefinition, 'data'>): JsonSchema {
  return jsonSchema(definition.data);
}

/** The JSON Schema (2020-12) of what a client may send. Objects are closed; shared values are under `$defs`. */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  // The one value without a schema of its own is the data of an event's target, which brings its own form as `meta`.
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' });
}
