import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../problems/problem.js';
import { badCursor } from './cursor.js';
import { readQueryString } from './query-string.js';
import { readQuery, type QuerySchema } from './read-query.js';

/** What a URL asks, as text: its parameters without those that belong to one page. */
export type Question = Record<string, string>;

const OF_THE_PAGE = ['cursor', 'limit', 'minPosition'];

/** The question that a list's cursors carry: parameters of its own, and no others. */
export const questionOf = (schema: QuerySchema) =>
  z.strictObject(
    Object.fromEntries(
      Object.keys(schema.shape)
        .filter((name) => !OF_THE_PAGE.includes(name))
        .map((name) => [name, z.string().optional()]),
    ),
  );

/** What a URL asks. */
export const questionIn = (request: FastifyRequest): Question =>
  Object.fromEntries(
    Object.entries(readQueryString(request.raw.url ?? '')).filter(([name]) => !OF_THE_PAGE.includes(name)),
  );

/**
 * Reads the question of a cursor as that of a URL is read. The cursor may come alone, or with the question that it was
 * given out for.
 * @throws Problem `bad-cursor` where the schema does not take it, or the URL asks another
 */
export function questionAsked<Schema extends QuerySchema>(
  schema: Schema,
  question: Question,
  request: FastifyRequest,
): z.output<Schema> {
  const given = Object.entries(questionIn(request));
  if (!given.every(([name, value]) => question[name] === value))
    throw badCursor('belongs to another question than the one that is asked with it');
  try {
    return readQuery(schema, `?${new URLSearchParams(question).toString()}`);
  } catch (error) {
    throw error instanceof Problem ? badCursor() : error;
  }
}
