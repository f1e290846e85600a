import { z } from 'zod';

/** A JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = Record<string, unknown>;

/** What a client sends (`input`: what has a default may be missing), or what it gets. */
export type Direction = 'input' | 'output';

export const COMPONENTS = '#/components/schemas/';

/**
 * A zod schema as the OpenAPI document has it: every schema with an `id` in its meta is a reference to a component of
 * that name, the schema itself included; the components are added when the document is made.
 */
export function schemaRef(schema: z.ZodType, direction: Direction): JsonSchema {
  const id = schema.meta()?.id;
  if (id !== undefined) return { $ref: COMPONENTS + id };
  // What zod cannot say in JSON Schema says it itself, in its meta.
  const options = { io: direction, target: 'draft-2020-12', unrepresentable: 'any' } as const;
  const holder = z.toJSONSchema(z.strictObject({ it: schema }), options);
  return mapReferences(holder.properties?.['it'], (name) => name) as JsonSchema;
}

/** Names of the components that are referred to anywhere within a value. */
export function referencesIn(value: unknown): Set<string> {
  const names = new Set<string>();
  mapReferences(value, (name) => {
    names.add(name);
    return name;
  });
  return names;
}

/** zod says of every whole number that it is one that JavaScript can hold; nobody needs to read that. */
const isBoundOfJavaScript = (key: string, value: unknown): boolean =>
  (key === 'minimum' && value === Number.MIN_SAFE_INTEGER) || (key === 'maximum' && value === Number.MAX_SAFE_INTEGER);

/** The value with each reference renamed, those to `$defs` made into references to components. */
export function mapReferences(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapReferences(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (isBoundOfJavaScript(key, inner)) return [];
      if (key === '$ref') return [[key, renamed(inner, rename)]];
      // What a discriminator maps to are references, too.
      if (key === 'mapping') return [[key, mapValues(inner, (target) => renamed(target, rename))]];
      return [[key, mapReferences(inner, rename)]];
    }),
  );
}

function renamed(reference: unknown, rename: (name: string) => string): unknown {
  const name =
    typeof reference === 'string' ? /^#\/(?:\$defs|components\/schemas)\/(.+)$/.exec(reference)?.[1] : undefined;
  return name === undefined ? mapReferences(reference, rename) : COMPONENTS + rename(name);
}

const mapValues = (record: unknown, map: (value: unknown) => unknown): unknown =>
  typeof record === 'object' && record !== null && !Array.isArray(record)
    ? Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
    : record;
