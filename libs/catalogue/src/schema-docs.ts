import { z } from 'zod';
import type { EventDefinition } from './events/define-event.js';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema (2020-12) of what a client may send as `data` of an event of this type. */
export function jsonSchemaOf(definition: Pick<EventDefinition, 'data'>): JsonSchema {
  return jsonSchema(definition.data);
}

/** The JSON Schema (2020-12) of what a client may send. Objects are closed; shared values are under `$defs`. */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  // Only `JsonObject` has no JSON Schema equivalent; it declares its form in its `meta`.
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' });
}

/** An enumeration with more values than this is not listed: its description must do. */
const MAX_LISTED = 20;

/** A schema with an id is written as a reference into its own `$defs`. Returns the schema that it refers to. */
export function resolved(schema: JsonSchema): JsonSchema {
  return schema.$ref === undefined ? schema : (schema.$defs?.[nameOf(schema.$ref)] ?? schema);
}

/** The fields of an object as a Markdown table. */
export function fieldsTable(schema: JsonSchema): string {
  const required = new Set(schema.required);
  return table(
    ['field', 'required', 'value', 'what it is'],
    fieldsOf(schema).map(([name, field]) => [
      code(name),
      required.has(name) ? 'yes' : '',
      valueWords(field),
      field.description ?? '',
    ]),
  );
}

/** The sections of a page about all values that the schemas refer to, each once, by name. */
export function sharedValues(schemas: readonly JsonSchema[]): string {
  const shared = new Map(schemas.flatMap((schema) => schemasIn(schema.$defs)));
  for (const { $ref } of schemas) if ($ref !== undefined) shared.delete(nameOf($ref));
  return [...shared]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `### ${name}\n\n${sharedValue(schema)}`)
    .join('\n\n');
}

function sharedValue(schema: JsonSchema): string {
  const description = `${schema.description}.`;
  if (schema.properties !== undefined) return `${description}\n\n${fieldsTable(schema)}`;
  if (schema.anyOf !== undefined) return `${description} Either ${kindWords({ anyOf: schema.anyOf })}.`;
  const values = schema.enum ?? [];
  return values.length > 0 && values.length <= MAX_LISTED ? `${description} ${listed('One of', values)}.` : description;
}

/** What a field holds, in a few words, and its default. */
function valueWords(schema: JsonSchema): string {
  return (
    kindWords(schema) +
    (schema.default === undefined
      ? ''
      : `, ${code(JSON.stringify(schema.default).replaceAll('"', ''))} where it is missing`)
  );
}

/** A shared value by its name, a list by its items, an enumeration by its values. */
function kindWords(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return link(nameOf(schema.$ref));
  if (schema.enum !== undefined) return listed('one of', schema.enum);
  if (schema.pattern !== undefined) return `text like ${code(schema.pattern)}`;
  switch (schema.type) {
    case 'array':
      return `list of ${kindWords(asSchema(schema.items))}, at most ${schema.maxItems}`;
    case 'object':
      return `object of ${fieldsOf(schema)
        .map(([name, field]) => `${code(name)}: ${kindWords(field)}`)
        .join(', ')}`;
    case 'string':
      return 'text';
    case undefined:
      return schema.anyOf === undefined
        ? 'depends on the type'
        : schema.anyOf.map((form) => kindWords(asSchema(form))).join(' or ');
    default:
      return String(schema.type);
  }
}

const fieldsOf = (schema: JsonSchema): [string, JsonSchema][] => schemasIn(schema.properties);

function schemasIn(schemas: Readonly<Record<string, JsonSchema | boolean>> = {}): [string, JsonSchema][] {
  return Object.entries(schemas).map(([name, schema]) => [name, asSchema(schema)]);
}

/** `true` allows anything, like the empty schema. All lists of the catalogue have items of one kind. */
function asSchema(schema: JsonSchema['items']): JsonSchema {
  return typeof schema === 'object' && !Array.isArray(schema) ? schema : {};
}

const listed = (words: string, values: readonly unknown[]): string =>
  `${words} ${values.map((value) => code(String(value))).join(', ')}`;
const nameOf = (reference: string): string => reference.replace('#/$defs/', '');

/** A Markdown table. Cells hold no line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A link to the section of this name on the same page. */
export const link = (name: string): string => `[${name}](#${name.toLowerCase()})`;

export const code = (text: string): string => `\`${text}\``;
