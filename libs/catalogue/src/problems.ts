import { z } from 'zod';

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** zod's error map: what is wrong with a value, in plain words. Checks with a message of their own do not use it. */
export function explain(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'unrecognized_keys':
      return `is not a field here${allowedFields(issue.inst)}`;
    case 'invalid_value':
      return issue.input === undefined
        ? 'is required'
        : `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `must ${bound(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum)}`;
    case 'too_big':
      return `must ${bound(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum)}`;
    default:
      return issue.input === undefined ? 'is required' : 'is not in the expected form';
  }
}

function wrongType(issue: { input?: unknown; expected: string }): string {
  if (issue.input === undefined) return 'is required';
  if (typeof issue.input === 'number' && !Number.isFinite(issue.input)) return 'must be a finite number';
  return `must be ${NOUNS[issue.expected] ?? 'of another type'}`;
}

const allowedFields = (schema: unknown): string =>
  schema instanceof z.ZodObject ? `; taken here: ${Object.keys(schema.shape).join(', ')}` : '';

function bound(origin: string, comparison: string, limit: number | bigint): string {
  const count = limit.toLocaleString('en');
  if (origin === 'string') return `be ${comparison} ${count} characters`;
  if (origin === 'array') return `hold ${comparison} ${count} ${limit === 1 ? 'item' : 'items'}`;
  return `be ${comparison} ${count}`;
}

/** One thing wrong with what a client sent. `pointer` is a JSON Pointer (RFC 6901) into it, empty for the whole. */
export interface Problem {
  pointer: string;
  detail: string;
}

export type Checked<Value> = { ok: true; value: Value } | { ok: false; errors: Problem[] };

/** No more problems than this are returned: a client can begin with these. */
const MAX_PROBLEMS = 100;

/**
 * Checks what a client sent and returns the parsed value, or all that is wrong with it in plain words. Never throws.
 * Valid input is checked by a compiled schema without error messages, which takes a fraction of the time; only invalid
 * input is parsed again, with messages.
 */
export function check<Schema extends z.ZodType>(schema: Schema, input: unknown): Checked<z.output<Schema>> {
  const result = compiledOf(schema).safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const issues = schema.safeParse(input, { error: explain, reportInput: true }).error?.issues ?? [];
  const problems = issues.flatMap((issue) => problemsOf(issue, []));
  return { ok: false, errors: distinct(problems).slice(0, MAX_PROBLEMS) };
}

/** Schemas are compiled on first use: each takes about a millisecond, and most programs use few of them. */
const compiled = new WeakMap<z.ZodType, z.ZodType>();

function compiledOf<Schema extends z.ZodType>(schema: Schema): Schema {
  const known = compiled.get(schema);
  if (known) return known as Schema;
  const made = z.compile(schema);
  compiled.set(schema, made);
  return made;
}

/** A JSON Pointer: `~` and `/` in a key are escaped. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, above: readonly PropertyKey[]): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointerTo([...path, key]), detail: issue.message }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return closest(issue.errors).flatMap((inner) => problemsOf(inner, path));
  return [{ pointer: pointerTo(path), detail: issue.message }];
}

/** Of the forms that a union allows, the issues of the one that the value comes closest to. */
function closest(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  const distance = (issues: readonly Issue[]): number => issues.reduce((sum, issue) => sum + weight(issue), 0);
  return forms.reduce((best, form) => (distance(form) < distance(best) ? form : best));
}

/** A field that is missing or unknown counts more against a form than a field with a wrong value. */
function weight(issue: Issue): number {
  if (issue.code === 'unrecognized_keys') return 2 * issue.keys.length;
  return issue.input === undefined ? 2 : 1;
}

function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.pointer}\n${problem.detail}`, problem])).values()];
}
