import { dateError, parseReducedDate } from '#catalogue/values/periods.js';
import { type JsonSchema, pointerTo, resolveSchema } from './json-schema.js';

/** What is wrong at a place of the data: a JSON Pointer, and the rule, as the server words it. */
export interface FieldError {
  pointer: string;
  detail: string;
  /** Nothing is wrong with what was typed: something is still to be typed. */
  missing?: true;
}

/** Everything that a schema finds wrong with data. The rest is for the server to find. */
export const checkData = (schema: JsonSchema, data: unknown): FieldError[] => check(schema, data, '', schema);

function check(given: JsonSchema, value: unknown, at: string, root: JsonSchema): FieldError[] {
  const schema = resolveSchema(given, root);
  switch (schema.type) {
    case 'object':
      return checkObject(schema, value as Record<string, unknown>, at, root);
    case 'array':
      return checkList(schema, value as unknown[], at, root);
    case 'number':
    case 'integer':
      return one(at, numberFault(schema, value));
    default:
      return value === '' ? [{ pointer: at, detail: 'is required', missing: true }] : one(at, textFault(schema, value));
  }
}

function checkObject(
  schema: JsonSchema,
  value: Readonly<Record<string, unknown>>,
  at: string,
  root: JsonSchema,
): FieldError[] {
  const { properties = {}, required = [], anyOf, dependentRequired = {}, minProperties = 0 } = schema;
  const needed = Object.entries(dependentRequired).flatMap(([name, others]) => (name in value ? others : []));
  const errors = [...new Set([...required, ...needed])]
    .filter((name) => !(name in value))
    .map((name): FieldError => ({ pointer: pointerTo(at, name), detail: 'is required', missing: true }));
  for (const [name, field] of Object.entries(value)) {
    const own = properties[name];
    if (own) errors.push(...check(own, field, pointerTo(at, name), root));
  }
  if (anyOf && !anyOf.some((form) => form.required.every((name) => name in value)))
    errors.push({
      pointer: at,
      detail: `needs ${anyOf.map((form) => form.required.join(' and ')).join(' or ')}`,
      missing: true,
    });
  if (Object.keys(value).length < minProperties)
    errors.push({ pointer: at, detail: 'needs one of its fields', missing: true });
  return errors;
}

function checkList(schema: JsonSchema, value: readonly unknown[], at: string, root: JsonSchema): FieldError[] {
  const { items = {}, minItems = 0, maxItems = Infinity } = schema;
  const errors = value.flatMap((item, index) => check(items, item, pointerTo(at, index), root));
  if (value.length < minItems || value.length > maxItems)
    errors.push({ pointer: at, detail: `must have ${minItems} to ${maxItems} entries` });
  return errors;
}

function numberFault(schema: JsonSchema, value: unknown): string | null {
  if (typeof value !== 'number') return 'must be a number';
  if (schema.type === 'integer' && !Number.isInteger(value)) return 'must be a whole number';
  const { minimum, maximum, exclusiveMinimum } = schema;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return `must be more than ${exclusiveMinimum}`;
  if (minimum !== undefined && value < minimum) return `must be at least ${minimum}`;
  if (maximum !== undefined && value > maximum) return `must be at most ${maximum}`;
  return null;
}

function textFault(schema: JsonSchema, value: unknown): string | null {
  const text = String(value);
  const { minLength = 0, maxLength = Infinity, pattern, format } = schema;
  if (schema.enum && !schema.enum.includes(text)) return 'must be one of the list';
  // Characters, as the server counts them, not UTF-16 units.
  const length = text.length > maxLength ? [...text].length : text.length;
  if (length < minLength) return 'must not be empty';
  if (length > maxLength) return `must be at most ${maxLength.toLocaleString('en')} characters`;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) return patternFault(pattern);
  if (pattern?.startsWith(DATE_PATTERN) && parseReducedDate(text) === null) return dateError(text);
  if (format === 'uri' && !/^https?:\/\/\S+$/i.test(text)) return 'must be an http or https address';
  return null;
}

/** How the pattern of dates begins, which the calendar narrows. */
const DATE_PATTERN = '^\\d{4}(-';

/** What a pattern asks for, in words where it is that of a value which the forms know. */
function patternFault(pattern: string): string {
  if (pattern.startsWith(DATE_PATTERN)) return 'must be a date such as 2025-08-12, 2025-08 or 2025';
  if (pattern.startsWith('^[a-z0-9]+')) return 'must be lower-case letters and digits, joined by single hyphens';
  if (pattern.startsWith('^Q')) return 'must be a Wikidata item, such as Q22686';
  if (pattern === '^\\d{2,10}$') return 'must be an HS code of 2 to 10 digits';
  return `must be like ${pattern}`;
}

const one = (pointer: string, detail: string | null): FieldError[] => (detail === null ? [] : [{ pointer, detail }]);
