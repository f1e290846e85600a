/*
 * The part of JSON Schema (2020-12) in which the server describes event types. A test fails on any other keyword: then
 * a form would leave something unchecked, or could not show it.
 */

export interface JsonSchema {
  $schema?: string;
  $ref?: string;
  $defs?: Readonly<Record<string, JsonSchema>>;
  type?: 'object' | 'array' | 'string' | 'number' | 'integer';
  description?: string;
  default?: unknown;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: false;
  minProperties?: number;
  /** Here only as alternatives of required fields. */
  anyOf?: readonly { required: readonly string[] }[];
  dependentRequired?: Readonly<Record<string, readonly string[]>>;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  enum?: readonly string[];
  pattern?: string;
  format?: 'uri' | 'uuid';
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

const SAID_OF_ALL = ['$schema', '$ref', '$defs', 'type', 'description', 'default'] as const;
const OF_OBJECTS = [
  ...['properties', 'required', 'additionalProperties', 'minProperties', 'anyOf', 'dependentRequired'],
] as const;
const OF_LISTS = ['items', 'minItems', 'maxItems'] as const;
const OF_TEXTS = ['enum', 'pattern', 'format', 'minLength', 'maxLength'] as const;
const OF_NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum'] as const;

/** The keywords that a form knows. */
export const KEYWORDS: readonly string[] = [...SAID_OF_ALL, ...OF_OBJECTS, ...OF_LISTS, ...OF_TEXTS, ...OF_NUMBERS];

/** A schema with the shared value that it refers to filled in. */
export interface ResolvedSchema extends JsonSchema {
  /** The name of that shared value: `Party`. */
  name?: string;
}

/** What a schema says beside its reference goes before what the shared value says. */
export function resolveSchema(schema: JsonSchema, root: JsonSchema): ResolvedSchema {
  const { $ref, ...own } = schema;
  if ($ref === undefined) return schema;
  const name = $ref.replace('#/$defs/', '');
  return { ...root.$defs?.[name], ...own, name };
}

/** The name of a place below a pointer (RFC 6901). */
export const pointerTo = (at: string, name: string | number): string =>
  `${at}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
