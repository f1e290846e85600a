import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { tellClocks, type AskedClocks, type Clocks } from '#projector/read/clocks.js';
import { answerConditionally } from '../protocol/conditional.js';
import { badCursor, cursorsOf } from './cursor.js';
import { linkToNext, USUAL_ITEMS } from './paging.js';
import { readQueryString } from './query-string.js';
import { readQuery, type QuerySchema } from './read-query.js';
import { clocksAsked, type ClockParts } from './resolve-clocks.js';
import { saidClocks } from './said-clocks.js';

/** A page of a list: what was asked, at which point, and where the page before ended. */
export interface Page<Asked, Place> {
  asked: Asked;
  clocks: Clocks;
  limit: number;
  after: Place | null;
}

interface AskedPage extends AskedClocks {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** Parameters that belong to one page, not to the question. */
const OF_THE_PAGE = ['cursor', 'limit', 'minPosition'];

/**
 * A list whose pages are all read at the point of the record of the first. Its cursors carry the whole question, so that a cursor alone goes on, and one with
 * another question is refused.
 *
 * @param schema the query parameters of the list
 * @param place the shape of a place in it
 * @param clocksOf the clocks that a question asks for, where they are not the parameters of these names
 */
export function listOf<Schema extends QuerySchema, Place extends z.ZodType>(
  schema: Schema,
  place: Place,
  clocksOf: (asked: z.output<Schema>) => AskedClocks = (asked) => asked,
) {
  const Shape = z.strictObject({
    question: z.record(z.string(), z.string()),
    limit: z.int(),
    position: z.int(),
    recordedAsOf: z.string().nullable(),
    instant: z.number(),
    after: place,
  });
  const cursors = (request: FastifyRequest) => cursorsOf(`${request.routeOptions.url ?? ''} ${JSON.stringify(request.params)}`, Shape);

  return {
    /** @throws Problem `bad-cursor`, and what the clocks are refused with */
    async open(parts: ClockParts, request: FastifyRequest): Promise<Page<z.output<Schema>, z.output<Place>>> {
      const asked = request.asked as z.output<Schema> & AskedPage;
      if (asked.cursor === undefined) {
        return { asked, clocks: await clocksAsked(parts, clocksOf(asked)), limit: asked.limit ?? USUAL_ITEMS, after: null };
      }
      const going = cursors(request).read(asked.cursor) as Going<z.output<Place>>;
      if (!sameQuestion(questionIn(request), going.question))
        throw badCursor('belongs to another question than the one that is asked with it');
      const first = readQuery(schema, `?${new URLSearchParams(going.question).toString()}`) as z.output<Schema> & AskedPage;
      const pinned = await clocksAsked(parts, {
        ...clocksOf(first),
        recordedAsOf: { position: going.position },
        minPosition: asked.minPosition,
      });
      const clocks = { ...pinned, recordedAsOf: going.recordedAsOf, instant: going.instant };
      return { asked: first, clocks, limit: asked.limit ?? going.limit, after: going.after };
    },

    /**
     * Answers with the page's items, a cursor where there are more, and the clocks.
     *
     * @param besides what else belongs to the page
     * @param said that part of it which makes the answer another one
     */
    answer(
      request: FastifyRequest,
      reply: FastifyReply,
      page: Page<z.output<Schema>, z.output<Place>>,
      items: unknown[],
      next: z.output<Place> | null,
      besides: Readonly<Record<string, unknown>> = {},
      said: unknown = besides,
    ): void {
      const { clocks } = page;
      const cursor = this.link(request, reply, page, next);
      const body = { items, next: cursor, ...besides, clocks: tellClocks(clocks) };
      answerConditionally(request, reply, body, { items, more: cursor !== null, besides: said, clocks: saidClocks(clocks) });
    },

    /** Names the next page in a header: for an answer that has no place for a cursor. Answers the cursor. */
    link(
      request: FastifyRequest,
      reply: FastifyReply,
      page: Page<z.output<Schema>, z.output<Place>>,
      next: z.output<Place> | null,
    ): string | null {
      const { clocks, limit } = page;
      const going = { limit, position: clocks.position, recordedAsOf: clocks.recordedAsOf, instant: clocks.instant };
      const cursor =
        next === null
          ? null
          : cursors(request).write({ ...going, question: questionOf(request, cursors), after: next } as z.output<typeof Shape>);
      if (cursor !== null) void reply.header('link', linkToNext(request.raw.url ?? '', cursor));
      return cursor;
    },
  };
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

type Question = Record<string, string>;

/** What this URL asks. */
const questionIn = (request: FastifyRequest): Question =>
  Object.fromEntries(Object.entries(readQueryString(request.raw.url ?? '')).filter(([name]) => !OF_THE_PAGE.includes(name)));

/** What the first page asked. */
function questionOf(
  request: FastifyRequest,
  cursors: (request: FastifyRequest) => { read(cursor: string): { question: Question } },
): Question {
  const { cursor } = request.asked as AskedPage;
  return cursor === undefined ? questionIn(request) : cursors(request).read(cursor).question;
}

/** A cursor may come alone, or with the question that it was given out for. */
const sameQuestion = (given: Question, first: Question): boolean => Object.entries(given).every(([name, value]) => first[name] === value);
