import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendWithEtag } from '../http/entity-tag.js';
import type { QuerySchema } from '../http/read-query.js';
import { cursorsOf, linkToNext, type CursorKind } from './cursor.js';
import { DEFAULT_ITEMS, LimitPlace } from './parameters.js';
import { parseQuestion, questionOf, questionSchema, type Question } from './question.js';

/** A page of a list without clocks. */
export interface PlainPage<Query, Place> {
  query: Query;
  limit: number;
  after: Place | null;
  /** The question of the first page, which the cursors carry. */
  question: Question;
  cursors: CursorKind<{ question: Question; limit: number; after: Place }>;
}

interface PlainQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/**
 * A list that is read as it is now. Its cursors carry the whole question: a cursor alone continues the list, and a
 * cursor together with other parameters is refused.
 *
 * @param schema the query parameters of the list
 * @param place the schema of a place in it
 */
export function plainList<Schema extends QuerySchema, Place extends z.ZodType>(schema: Schema, place: Place) {
  const Content = z.strictObject({ question: questionSchema(schema), limit: LimitPlace, after: place });
  type At = z.output<Place>;
  type OnePage = PlainPage<z.output<Schema>, At>;

  return {
    /** @throws Problem `bad-cursor` */
    open({ cursorSecret }: { cursorSecret: Buffer }, request: FastifyRequest): OnePage {
      const query = request.validatedQuery as z.output<Schema> & PlainQuery;
      const cursors = cursorsOf(cursorSecret, request.routeOptions.url ?? '', Content) as unknown as OnePage['cursors'];
      if (query.cursor === undefined)
        return {
          query,
          limit: query.limit ?? DEFAULT_ITEMS,
          after: null,
          question: questionOf(request, schema),
          cursors,
        };
      const { question, limit, after } = cursors.read(query.cursor);
      return { query: parseQuestion(schema, question, request), limit: query.limit ?? limit, after, question, cursors };
    },

    /** Answers with the items of a page and the cursor of the next page. */
    answer(request: FastifyRequest, reply: FastifyReply, page: OnePage, items: unknown[], after: At | null): void {
      const { question, limit, cursors } = page;
      const next = after === null ? null : cursors.write({ question, limit, after });
      if (next !== null) void reply.header('link', linkToNext(request.raw.url ?? '', next));
      sendWithEtag(request, reply, { items, next });
    },
  };
}
