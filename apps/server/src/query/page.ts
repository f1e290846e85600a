import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formatClocks, type RequestedClocks, type Clocks } from '#reader/clocks/clocks.js';
import type { AppDependencies } from '../app-dependencies.js';
import { Problem } from '../problems/problem.js';
import { sendWithEtag } from '../http/conditional.js';
import { badCursor, cursorsOf, type CursorKind } from './cursor.js';
import { linkToNext, DEFAULT_ITEMS } from './paging.js';
import { InstantPlace, LimitPlace, PositionPlace, RecordedAsOfPlace } from './places.js';
import { questionAsked, questionIn, questionOf, type Question } from './question.js';
import type { QuerySchema } from './read-query.js';
import { resolveRequestClocks, type ClockParts } from './resolve-request-clocks.js';
import { etagClocks } from './etag-clocks.js';

/** A page of a list: what was asked, at which point, and where the page before ended. */
export interface Page<Asked, Place> {
  asked: Asked;
  clocks: Clocks;
  limit: number;
  after: Place | null;
  /** What the first page asked, and the cursors that carry it. */
  question: Question;
  cursors: CursorKind<Going<Place>>;
}

interface AskedPage extends RequestedClocks {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** What a cursor holds. */
interface Going<Place> {
  question: Question;
  limit: number;
  position: number;
  recordedAsOf: string | null;
  instant: number;
  after: Place;
}

/**
 * A list whose pages are all read at the point of the record of the first. Its cursors carry the whole question, so
 * that a cursor alone goes on, and one with another question is refused.
 *
 * @param schema the query parameters of the list
 * @param place the shape of a place in it
 * @param clocksOf the clocks that a question asks for, where they are not the parameters of these names
 */
export function pagedList<Schema extends QuerySchema, Place extends z.ZodType>(
  schema: Schema,
  place: Place,
  clocksOf: (asked: z.output<Schema>) => RequestedClocks = (asked) => asked,
) {
  const Shape = z.strictObject({
    question: questionOf(schema),
    limit: LimitPlace,
    position: PositionPlace,
    recordedAsOf: RecordedAsOfPlace,
    instant: InstantPlace,
    after: place,
  });
  type At = z.output<Place>;

  return {
    /** @throws Problem `bad-cursor`, and what the clocks are refused with */
    async open(
      parts: ClockParts & Pick<AppDependencies, 'cursorSecret'>,
      request: FastifyRequest,
    ): Promise<Page<z.output<Schema>, At>> {
      const asked = request.asked as z.output<Schema> & AskedPage;
      const list = `${request.routeOptions.url ?? ''} ${JSON.stringify(request.params)}`;
      const cursors = cursorsOf(parts.cursorSecret, list, Shape) as unknown as CursorKind<Going<At>>;
      if (asked.cursor === undefined) {
        const clocks = await resolveRequestClocks(parts, clocksOf(asked));
        return {
          asked,
          clocks,
          limit: asked.limit ?? DEFAULT_ITEMS,
          after: null,
          question: questionIn(request),
          cursors,
        };
      }
      const { question, position, recordedAsOf, instant, limit, after } = cursors.read(asked.cursor);
      const first = questionAsked(schema, question, request);
      const pinned = await resolveRequestClocks(parts, {
        ...clocksOf(first),
        recordedAsOf: { position },
        minPosition: asked.minPosition,
      }).catch(refusePlace);
      return {
        asked: first,
        clocks: { ...pinned, recordedAsOf, instant },
        limit: asked.limit ?? limit,
        after,
        question,
        cursors,
      };
    },

    /**
     * Answers with the page's items, a cursor where there are more, and the clocks.
     *
     * @param besides what else belongs to the page
     * @param value that part of it which makes the answer another one
     */
    answer(
      request: FastifyRequest,
      reply: FastifyReply,
      page: Page<z.output<Schema>, At>,
      items: unknown[],
      next: At | null,
      besides: Readonly<Record<string, unknown>> = {},
      value: unknown = besides,
    ): void {
      const { clocks } = page;
      const cursor = this.link(request, reply, page, next);
      const body = { items, next: cursor, ...besides, clocks: formatClocks(clocks) };
      sendWithEtag(request, reply, body, { items, more: cursor !== null, besides: value, clocks: etagClocks(clocks) });
    },

    /** Names the next page in a header: for an answer that has no place for a cursor. Answers the cursor. */
    link(
      request: FastifyRequest,
      reply: FastifyReply,
      page: Page<z.output<Schema>, At>,
      next: At | null,
    ): string | null {
      if (next === null) return null;
      const { clocks, limit, question, cursors } = page;
      const { position, recordedAsOf, instant } = clocks;
      const cursor = cursors.write({ question, limit, position, recordedAsOf, instant, after: next });
      void reply.header('link', linkToNext(request.raw.url ?? '', cursor));
      return cursor;
    },
  };
}

/**
 * Where the record no longer reaches to the point of the first page, as after an older copy was restored, the cursor
 * leads nowhere.
 */
function refusePlace(error: unknown): never {
  if (
    error instanceof Problem &&
    error.code === 'bad-parameter' &&
    error.errors.some(({ pointer }) => pointer === '/recordedAsOf')
  )
    throw badCursor();
  throw error;
}
