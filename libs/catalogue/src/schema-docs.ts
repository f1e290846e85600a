import type { JsonSchema } from './json-schema.js';
import { code, link, table } from './markdown.js';

/** An enumeration of more than so many values is left to its description. */
const MOST_VALUES = 20;

/** A schema that has an id of its own is a reference into its `$defs`: what it refers to. */
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

/** Every value that the schemas refer to, by name, each once, as sections of a page. */
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
  return values.length > 0 && values.length <= MOST_VALUES
    ? `${description} ${listed('One of', values)}.`
    : description;
}

/** What a field holds, in a few words, and what is taken where it is missing. */
function valueWords(schema: JsonSchema): string {
  return (
    kindWords(schema) +
    (schema.default === undefined
      ? ''
      : `, ${code(JSON.stringify(schema.default).replaceAll('"', ''))} where it is missing`)
  );
}

/** A shared value by its name, a list by what is in it, an enumeration by its values. */
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
        ? 'what its type says'
        : schema.anyOf.map((form) => kindWords(asSchema(form))).join(' or ');
    default:
      return String(schema.type);
  }
}

const fieldsOf = (schema: JsonSchema): [string, JsonSchema][] => schemasIn(schema.properties);

function schemasIn(schemas: Readonly<Record<string, JsonSchema | boolean>> = {}): [string, JsonSchema][] {
  return Object.entries(schemas).map(([name, schema]) => [name, asSchema(schema)]);
}

/** `true`, which allows anything, is the empty schema. A list here has items of one kind. */
function asSchema(schema: JsonSchema['items']): JsonSchema {
  return typeof schema === 'object' && !Array.isArray(schema) ? schema : {};
}

const listed = (words: string, values: readonly unknown[]): string =>
  `${words} ${values.map((value) => code(String(value))).join(', ')}`;
const nameOf = (reference: string): string => reference.replace('#/$defs/', '');
