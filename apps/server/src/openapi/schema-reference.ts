import { z } from 'zod';

/** A JSON Schema 2020-12, as in OpenAPI 3.1. */
export type JsonSchema = Record<string, unknown>;

/** `input`: what a client sends, where a field with a default may be missing. `output`: what it receives. */
export type Direction = 'input' | 'output';

export const COMPONENTS = '#/components/schemas/';

/**
 * Converts a zod schema for the OpenAPI document. A schema with an `id` in its meta becomes a reference to a component
 * of that name. `Components` adds the components when the document is built.
 */
export function schemaRef(schema: z.ZodType, direction: Direction): JsonSchema {
  const id = schema.meta()?.id;
  if (id !== undefined) return { $ref: COMPONENTS + id };
  // A schema that zod cannot represent in JSON Schema describes itself in its meta.
  const options = { io: direction, target: 'draft-2020-12', unrepresentable: 'any' } as const;
  const holder = z.toJSONSchema(z.strictObject({ it: schema }), options);
  return mapReferences(holder.properties?.['it'], (name) => name) as JsonSchema;
}

/** The names of all components that a value refers to. */
export function referencesIn(value: unknown): Set<string> {
  const names = new Set<string>();
  mapReferences(value, (name) => {
    names.add(name);
    return name;
  });
  return names;
}

/** zod gives every integer the bounds of JavaScript's safe integers. They are left out of the document. */
const isBoundOfJavaScript = (key: string, value: unknown): boolean =>
  (key === 'minimum' && value === Number.MIN_SAFE_INTEGER) || (key === 'maximum' && value === Number.MAX_SAFE_INTEGER);

/** Renames each reference in a value. References to `$defs` become references to components. */
export function mapReferences(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapReferences(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (isBoundOfJavaScript(key, inner)) return [];
      if (key === '$ref') return [[key, renamed(inner, rename)]];
      // The values of a discriminator's mapping are references as well.
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

/** One member of a union. */
export interface UnionMember {
  /** The value of the discriminating property. */
  value: string;
  /** The name of its component: the id of its schema. */
  name: string;
  schema: z.ZodType;
}

/**
 * A union of objects that one property distinguishes, as a component. OpenAPI's `discriminator` maps each value to its
 * member. Throws where a member does not have the property.
 */
export function discriminatedUnion(
  property: string,
  members: readonly UnionMember[],
  meta: { id: string; description: string },
) {
  const schemas = members.map(({ schema }) => schema) as unknown as [z.ZodObject, ...z.ZodObject[]];
  const mapping = Object.fromEntries(members.map(({ value, name }) => [value, COMPONENTS + name]));
  return z.discriminatedUnion(property, schemas).meta({ ...meta, discriminator: { propertyName: property, mapping } });
}
