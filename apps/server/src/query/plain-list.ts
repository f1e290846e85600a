import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppDependencies } from '../app-dependencies.js';
import { sendWithEtag } from '../http/conditional.js';
import { cursorsOf, type CursorKind } from './cursor.js';
import { linkToNext, DEFAULT_ITEMS } from './paging.js';
import { LimitPlace } from './places.js';
import { questionAsked, questionIn, questionOf, type Question } from './question.js';
import type { QuerySchema } from './read-query.js';

/** A page of a list that knows no clocks. */
export interface PlainPage<Asked, Place> {
  asked: Asked;
  limit: number;
  after: Place | null;
  /** What the first page asked, and the cursors that carry it. */
  question: Question;
  cursors: CursorKind<{ question: Question; limit: number; after: Place }>;
}

interface AskedPage {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/**
 * A list that is read as it is now. Its cursors carry the whole question, so that a cursor alone goes on, and one with
 * another question is refused.
 *
 * @param schema the query parameters of the list
 * @param place the shape of a place in it
 */
export function plainList<Schema extends QuerySchema, Place extends z.ZodType>(schema: Schema, place: Place) {
  const Shape = z.strictObject({ question: questionOf(schema), limit: LimitPlace, after: place });
  type At = z.output<Place>;
  type OnePage = PlainPage<z.output<Schema>, At>;

  return {
    /** @throws Problem `bad-cursor` */
    open({ cursorSecret }: Pick<AppDependencies, 'cursorSecret'>, request: FastifyRequest): OnePage {
      const asked = request.asked as z.output<Schema> & AskedPage;
      const cursors = cursorsOf(cursorSecret, request.routeOptions.url ?? '', Shape) as unknown as OnePage['cursors'];
      if (asked.cursor === undefined)
        return { asked, limit: asked.limit ?? DEFAULT_ITEMS, after: null, question: questionIn(request), cursors };
      const { question, limit, after } = cursors.read(asked.cursor);
      return { asked: questionAsked(schema, question, request), limit: asked.limit ?? limit, after, question, cursors };
    },

    /** Answers with the page's items, and a cursor where there are more. */
    answer(request: FastifyRequest, reply: FastifyReply, page: OnePage, items: unknown[], after: At | null): void {
      const { question, limit, cursors } = page;
      const next = after === null ? null : cursors.write({ question, limit, after });
      if (next !== null) void reply.header('link', linkToNext(request.raw.url ?? '', next));
      sendWithEtag(request, reply, { items, next });
    },
  };
}
