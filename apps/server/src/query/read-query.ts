import type { z } from 'zod';
import { badParameter, escapePointer, Problem, type ProblemPointer } from '../problems/problem.js';
import { readQueryString } from './query-string.js';

/** The parameters that a route takes: a strict object of schemas that read strings. */
export type QuerySchema = z.ZodObject<Record<string, z.ZodType<unknown, string | undefined>>>;

/** What a schema reads where there is no query string: the same each time, so it is read once. */
const readOfNothing = new WeakMap<QuerySchema, unknown>();

/**
 * Reads the query string of a URL by a schema; without one no parameter is taken. All that is wrong is told at once.
 * @throws Problem `bad-parameter`, naming each parameter
 */
export function readQuery<Schema extends QuerySchema>(schema: Schema | undefined, url: string): z.output<Schema> {
  if (!schema || url.includes('?')) return readValues(schema, readQueryString(url));
  const known = readOfNothing.get(schema);
  if (known !== undefined) return known as z.output<Schema>;
  const read = readValues(schema, {});
  readOfNothing.set(schema, Object.freeze(read));
  return read;
}

function readValues<Schema extends QuerySchema>(
  schema: Schema | undefined,
  values: Readonly<Record<string, string>>,
): z.output<Schema> {
  const known = schema ? Object.keys(schema.shape) : [];
  const unknown = Object.keys(values).find((name) => !known.includes(name));
  if (unknown !== undefined) throw badParameter(unknown, taken(known));
  if (!schema) return {} as z.output<Schema>;
  const read = schema.safeParse({ ...values });
  if (read.success) return read.data;
  const errors: ProblemPointer[] = read.error.issues.map((issue) => ({
    pointer: `/${issue.path.map((step) => escapePointer(String(step))).join('/')}`,
    detail: issue.message,
  }));
  const detail = errors.map((error) => `${error.pointer.slice(1)}: ${error.detail}`).join('; ');
  throw new Problem('bad-parameter', detail, { errors });
}

const taken = (known: readonly string[]): string =>
  known.length === 0 ? 'is not known; no parameter is taken here' : `is not known; taken here: ${known.join(', ')}`;
