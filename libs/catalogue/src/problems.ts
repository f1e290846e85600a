import { z } from 'zod';
import { explain } from './explain.js';

/** One thing wrong with what a client sent. `pointer` is a JSON Pointer (RFC 6901) into it, empty for the whole. */
export interface Problem {
  pointer: string;
  detail: string;
}

export type Checked<Value> = { ok: true; value: Value } | { ok: false; errors: Problem[] };

/** So many are told at most: who has more wrong begins with these. */
const MOST = 100;

/**
 * Checks what a client sent and gives either the parsed value or all that is wrong with it, in plain words. Never
 * throws. What is right is found to be so by a schema that is compiled, and not told in which words to complain: that
 * takes a fraction of the time.
 */
export function check<Schema extends z.ZodType>(schema: Schema, input: unknown): Checked<z.output<Schema>> {
  const result = compiledOf(schema).safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const issues = schema.safeParse(input, { error: explain, reportInput: true }).error?.issues ?? [];
  const problems = issues.flatMap((issue) => problemsOf(issue, []));
  return { ok: false, errors: distinct(problems).slice(0, MOST) };
}

/**
 * Compiled when it is first asked for: that takes about a millisecond, and most programs meet few of the catalogue's
 * schemas.
 */
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

/** Of the forms that a value could have had, the one that it nearly has. */
function closest(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  const distance = (issues: readonly Issue[]): number => issues.reduce((sum, issue) => sum + weight(issue), 0);
  return forms.reduce((best, form) => (distance(form) < distance(best) ? form : best));
}

/** A field that is missing or does not belong speaks more against a form than one that is only wrong. */
function weight(issue: Issue): number {
  if (issue.code === 'unrecognized_keys') return 2 * issue.keys.length;
  return issue.input === undefined ? 2 : 1;
}

function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.pointer}\n${problem.detail}`, problem])).values()];
}
