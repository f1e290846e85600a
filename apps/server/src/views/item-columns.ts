import { z } from 'zod';
import type { AnyView } from '#views/define-view.js';
import { type Column, columnsOfPaths } from '../http/csv.js';

type JsonSchema = Record<string, unknown>;

const BEFORE = ['subject', 'story', 'since', 'contested', 'dateUncertain'];
const AFTER = ['lastFact.event', 'lastFact.occurredAt', 'disputes', 'claims', 'events', 'undated'];

/**
 * The columns of the items of a view: one for each value, named by its path (`state.place.country`). They follow from
 * the schema of the state, so they are the same for all items. A list is one value.
 */
export function itemColumns(view: AnyView): Column<unknown>[] {
  const schema = z.toJSONSchema(view.state as z.ZodType, { target: 'draft-2020-12', io: 'output' }) as JsonSchema;
  return columnsOfPaths([...BEFORE, ...pathsIn(schema, schema, 'state'), ...AFTER]);
}

/** The columns of the steps of a history. */
export const stepColumns = (view: AnyView): Column<unknown>[] => [...itemColumns(view), ...columnsOfPaths(['by'])];

function pathsIn(schema: JsonSchema, root: JsonSchema, path: string): string[] {
  const properties = fieldsOf(schema, root);
  if (properties === null) return [path];
  return Object.entries(properties).flatMap(([name, inner]) => pathsIn(inner as JsonSchema, root, `${path}.${name}`));
}

/** The fields of an object, or of an object that may be null; `null` for anything else. */
function fieldsOf(schema: JsonSchema, root: JsonSchema): JsonSchema | null {
  const { properties, anyOf, $ref } = schema;
  if (properties !== undefined) return properties as JsonSchema;
  if (typeof $ref === 'string') {
    const name = /^#\/\$defs\/(.+)$/.exec($ref)?.[1] ?? '';
    const found = (root['$defs'] as JsonSchema | undefined)?.[name];
    return found === undefined ? null : fieldsOf(found as JsonSchema, root);
  }
  if (!Array.isArray(anyOf)) return null;
  const schemas = (anyOf as JsonSchema[]).filter((one) => one['type'] !== 'null');
  const [only] = schemas;
  return schemas.length === 1 && only ? fieldsOf(only, root) : null;
}
