import { z } from 'zod';
import type { views } from '#views/registry.js';

type View = (typeof views)[number];
type JsonSchema = Record<string, unknown>;

const BEFORE = ['subject', 'story', 'since', 'contested', 'dateUncertain'];
const AFTER = ['disputes', 'claims', 'events'];

/**
 * The columns of a view as a table: one for each value of an item, by its path (`state.place.country`). They follow
 * from the schema of the state, so that they are the same whatever the items hold. A list is one value.
 */
export function columnsOf(view: View): string[] {
  const schema = z.toJSONSchema(view.state as z.ZodType, { target: 'draft-2020-12', io: 'output' }) as JsonSchema;
  return [...BEFORE, ...pathsIn(schema, schema, 'state'), ...AFTER];
}

function pathsIn(schema: JsonSchema, root: JsonSchema, path: string): string[] {
  const properties = fieldsOf(schema, root);
  if (properties === null) return [path];
  return Object.entries(properties).flatMap(([name, inner]) => pathsIn(inner as JsonSchema, root, `${path}.${name}`));
}

/** The fields of an object, also of one that may be null; `null` for anything else. */
function fieldsOf(schema: JsonSchema, root: JsonSchema): JsonSchema | null {
  const { properties, anyOf, $ref } = schema;
  if (properties !== undefined) return properties as JsonSchema;
  if (typeof $ref === 'string') {
    const name = /^#\/\$defs\/(.+)$/.exec($ref)?.[1] ?? '';
    const found = (root['$defs'] as JsonSchema | undefined)?.[name];
    return found === undefined ? null : fieldsOf(found as JsonSchema, root);
  }
  if (!Array.isArray(anyOf)) return null;
  const forms = (anyOf as JsonSchema[]).filter((form) => form['type'] !== 'null');
  const [only] = forms;
  return forms.length === 1 && only ? fieldsOf(only, root) : null;
}

/** The value of a cell: texts and numbers as they are, nothing for null, and a list as JSON. */
export function cellOf(item: unknown, column: string): string | number {
  let value = item;
  for (const step of column.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[step];
  if (value === null || value === undefined) return '';
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
