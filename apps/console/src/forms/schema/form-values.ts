import { type JsonSchema, resolveSchema } from './json-schema.js';

/** What stands in a form: texts, whatever they mean, in the shape of the data. Fields that are empty may be missing. */
export type FormValue = string | readonly FormValue[] | { readonly [field: string]: FormValue };
export type FormValues = { readonly [field: string]: FormValue };

/** Data as the texts of a form. */
export function valueOfData(data: unknown): FormValue {
  if (Array.isArray(data)) return data.map(valueOfData);
  if (typeof data === 'object' && data !== null) return valuesOfData(data as Record<string, unknown>);
  return typeof data === 'string' ? data : typeof data === 'number' ? String(data) : '';
}

export const valuesOfData = (data: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, valueOfData(value)]));

/** The data of a form as they are sent: without what is empty, numbers as numbers. */
export function dataOfValues(schema: JsonSchema, values: FormValues): Record<string, unknown> {
  return (dataOf(schema, values, schema) ?? {}) as Record<string, unknown>;
}

function dataOf(given: JsonSchema, value: FormValue | undefined, root: JsonSchema): unknown {
  const schema = resolveSchema(given, root);
  switch (schema.type) {
    case 'object': {
      const values = (typeof value === 'object' ? value : {}) as FormValues;
      const fields = Object.entries(schema.properties ?? {})
        .map(([name, field]) => {
          const one = dataOf(field, values[name], root);
          // What is missing of an object that is required is said at its own fields.
          const isNeeded = schema.required?.includes(name) && resolveSchema(field, root).type === 'object';
          return [name, one === undefined && isNeeded ? {} : one] as const;
        })
        .filter(([, one]) => one !== undefined);
      return fields.length === 0 ? undefined : Object.fromEntries(fields);
    }
    case 'array': {
      if (!Array.isArray(value) || value.length === 0) return undefined;
      const items = schema.items ?? {};
      // An empty item stays in its place: an error that points at one behind it stands at the right one.
      const empty = resolveSchema(items, root).type === 'object' ? {} : '';
      return (value as readonly FormValue[]).map((item) => dataOf(items, item, root) ?? empty);
    }
    case 'number':
    case 'integer': {
      const text = typeof value === 'string' ? value.trim() : '';
      if (text === '') return undefined;
      const number = Number(text);
      return Number.isNaN(number) ? text : number;
    }
    default: {
      const text = typeof value === 'string' ? value.trim() : '';
      return text === '' ? undefined : text;
    }
  }
}

/** Whether anything stands in a field. */
export function isFilled(value: FormValue | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return Object.values(value).some(isFilled);
}

/** Whether two values are the same JSON, whatever the order of fields. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [Object.entries(one), other as Record<string, unknown>];
  return (
    left.length === Object.keys(right).length &&
    left.every(([name, value]) => name in right && isSameJson(value, right[name]))
  );
}
