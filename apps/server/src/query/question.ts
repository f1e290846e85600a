import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isRepeatable, readQuery, readQueryString, type QuerySchema, type QueryTexts } from '../http/read-query.js';
import { Problem } from '../problems/problem.js';
import { badCursor } from './cursor.js';

/** The question of a list: its query parameters as text, without those that only concern one page. */
export type Question = QueryTexts;

const PAGE_ONLY = ['cursor', 'limit', 'minPosition', 'format'];

/** The schema of a question in a cursor: only parameters of that list, and a list only where one may be repeated. */
export const questionSchema = (schema: QuerySchema) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(schema.shape)
        .filter(([name]) => !PAGE_ONLY.includes(name))
        .map(([name, parameter]) => [
          name,
          (isRepeatable(parameter) ? z.union([z.string(), z.array(z.string()).min(1)]) : z.string()).optional(),
        ]),
    ),
  );

/** The question in a request's URL. */
export const questionOf = (request: FastifyRequest, schema: QuerySchema): Question =>
  Object.fromEntries(
    Object.entries(readQueryString(request.raw.url ?? '', schema)).filter(([name]) => !PAGE_ONLY.includes(name)),
  );

/**
 * Parses the question of a cursor as if it were in the URL. The URL may repeat that question, or parts of it.
 * @throws Problem `bad-cursor` where the schema refuses it, or the URL has another question
 */
export function parseQuestion<Schema extends QuerySchema>(
  schema: Schema,
  question: Question,
  request: FastifyRequest,
): z.output<Schema> {
  const given = Object.entries(questionOf(request, schema));
  if (!given.every(([name, value]) => question[name]?.toString() === value.toString()))
    throw badCursor('was issued for other parameters than those that came with it');
  const pairs = Object.entries(question).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  try {
    return readQuery(schema, `?${new URLSearchParams(pairs).toString()}`);
  } catch (error) {
    throw error instanceof Problem ? badCursor() : error;
  }
}
