import { z } from 'zod';
import { nearest } from '../problems/nearest.js';
import { badParameter, escapePointer, Problem, type ProblemPointer } from '../problems/problem.js';

/** The value of a parameter as text. Only a repeatable one may be given more than once, and is then a list. */
type ParameterText = string | string[];
export type QueryTexts = Record<string, ParameterText>;

/** The query parameters of a route: a strict object of schemas that parse strings, or lists of them. */
export type QuerySchema = z.ZodObject<Record<string, z.ZodType<unknown, ParameterText | undefined>>>;

/** A parameter that may be given more than once. Its value is a list without doubles. */
export const repeatable = <Word extends z.ZodType<string, string>>(word: Word) =>
  z
    .union([word, z.array(word).min(1)])
    .transform((given): z.output<Word>[] => [...new Set([given].flat() as z.output<Word>[])]);

/** Whether the schema of a parameter was made by `repeatable`. */
export function isRepeatable(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodOptional) return isRepeatable(schema.def.innerType);
  return (
    schema instanceof z.ZodPipe &&
    schema.def.in instanceof z.ZodUnion &&
    schema.def.in.def.options.some((option) => option instanceof z.ZodArray)
  );
}

/** The result of each schema for a URL without a query string. It never changes, so it is parsed once. */
const emptyQueries = new WeakMap<QuerySchema, unknown>();

/**
 * Parses the query string of a URL by a schema. Without a schema every parameter is refused.
 * @throws Problem `bad-parameter` that names all wrong parameters
 */
export function readQuery<Schema extends QuerySchema>(schema: Schema | undefined, url: string): z.output<Schema> {
  if (!schema || url.includes('?')) return parseValues(schema, readQueryString(url, schema));
  const known = emptyQueries.get(schema);
  if (known !== undefined) return known as z.output<Schema>;
  const parsed = parseValues(schema, {});
  emptyQueries.set(schema, Object.freeze(parsed));
  return parsed;
}

/**
 * The decoded parameters of a URL's query string. Stricter than `URLSearchParams`, which silently keeps both of two
 * equal names and replaces broken escapes: here a name occurs once, unless the schema says that it is repeatable, and
 * each escape is UTF-8.
 * @throws Problem `bad-parameter`
 */
export function readQueryString(url: string, schema?: QuerySchema): QueryTexts {
  const start = url.indexOf('?');
  const values: QueryTexts = Object.create(null) as QueryTexts;
  if (start < 0) return values;
  for (const pair of url.slice(start + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === null)
      throw new Problem('bad-parameter', 'The name of a query parameter has an escape that is not UTF-8.');
    if (value === null) throw badParameter(name, 'has an escape that is not UTF-8');
    const before = values[name];
    if (before === undefined) values[name] = value;
    else values[name] = added(name, before, value, schema);
  }
  return values;
}

/** The values of a parameter and one more. The same value again adds nothing. */
function added(name: string, before: ParameterText, value: string, schema: QuerySchema | undefined): ParameterText {
  const declared = schema && Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
  if (!declared || !isRepeatable(declared)) throw badParameter(name, 'is given more than once');
  const all = [...new Set([before, value].flat())];
  return all.length === 1 ? value : all;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

function parseValues<Schema extends QuerySchema>(
  schema: Schema | undefined,
  values: Readonly<QueryTexts>,
): z.output<Schema> {
  const known = schema ? Object.keys(schema.shape) : [];
  const unknown = Object.keys(values).find((name) => !known.includes(name));
  if (unknown !== undefined) throw badParameter(unknown, notKnown(unknown, known), nearest(unknown, known));
  if (!schema) return {} as z.output<Schema>;
  const parsed = schema.safeParse({ ...values });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) => pointersOf(issue, values[String(issue.path[0])]));
  const detail = errors.map((error) => `${error.pointer.slice(1)}: ${error.detail}`).join('; ');
  throw new Problem('bad-parameter', detail, { errors });
}

type Issue = z.core.$ZodIssue;

/** What is wrong with one parameter, and for a word that is not in its closed list the nearest that is. */
function pointersOf(issue: Issue, given: ParameterText | undefined): ProblemPointer[] {
  const pointer = `/${issue.path
    .slice(0, 1)
    .map((step) => escapePointer(String(step)))
    .join('')}`;
  return wordIssues(issue, given).map(({ inner, text }) => {
    // The schema of a list of words in one text suggests by itself.
    const known: unknown = inner.code === 'custom' ? inner.params?.['suggestion'] : undefined;
    if (typeof known === 'string') return { pointer, detail: inner.message, suggestion: known };
    const words = inner.code === 'invalid_value' ? inner.values.map(String) : [];
    const suggestion = text === undefined ? undefined : nearest(text, words);
    if (suggestion === undefined) return { pointer, detail: inner.message };
    return { pointer, detail: `${inner.message}; the nearest is ${suggestion}`, suggestion };
  });
}

/** The issue of each wrong word of a repeatable parameter, or the issue itself. */
function wordIssues(issue: Issue, given: ParameterText | undefined): { inner: Issue; text: string | undefined }[] {
  if (issue.code !== 'invalid_union') return [{ inner: issue, text: Array.isArray(given) ? undefined : given }];
  // The members of the union are one word and a list of words.
  const of = issue.errors[Array.isArray(given) ? 1 : 0] ?? [];
  return of.map((inner) => {
    const nth = inner.path[0];
    return { inner, text: Array.isArray(given) ? given[Number(nth)] : given };
  });
}

const notKnown = (name: string, known: readonly string[]): string => {
  if (name === 'format') return 'is not a parameter: this resource has one format only';
  return known.length === 0
    ? 'is not a parameter: this resource takes none'
    : `is not a parameter; this resource takes ${known.join(', ')}`;
};
