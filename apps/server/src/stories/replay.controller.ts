import { Slug } from '#catalogue/values/identifiers.js';
import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { type ReplayFrame, replayStory } from '#reader/replay/replay-story.js';
import { views } from '#views/registry.js';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { settleFacts, settleSources } from '../articles/file-article.command.js';
import { READS, type ReadsPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { EventBody } from '../events/event.schema.js';
import { toEventBody } from '../events/to-event-body.js';
import { EVENT_STREAM, NDJSON } from '../http/media-types.js';
import { isDrained, sendEventStream, sendLines } from '../http/streaming.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { clockParameters, RecordPointParameter } from '../query/parameters.js';
import { resolveRequestClocks } from '../query/request-clocks.js';
import { FactBody } from '../views/fact.schema.js';
import { ChangeBody } from '../views/views.schema.js';
import { replayPoint } from './change-range.js';
import { clockOf, ClockParameter, CLOCKS } from './changes.schema.js';
import { BoardBody, toBoardBody } from './stories.schema.js';
import { unknownStory } from '../query/story-filter.js';

export const ReplayQuery = z.strictObject({
  to: RecordPointParameter.optional().meta({
    description: 'The last point of the replay, inclusive; without it, the end',
  }),
  clock: ClockParameter(
    CLOCKS,
    'The clock that gives the order and to which `to` belongs: that of the world, of the press, or of the record, on ' +
      'which `to` can be a position (`@17`). The other clocks are bounds',
  ),
  ...clockParameters,
});

const ORDERS = { asOf: 'world', reportedAsOf: 'press', recordedAsOf: 'record' } as const;

const changes = z.array(ChangeBody);

export const FrameBody = z
  .union([
    z
      .strictObject({ event: FactBody, changes })
      .meta({ description: 'In the order of the world: a fact, and its changes' }),
    z
      .strictObject({
        event: EventBody,
        publishedBy: z
          .string()
          .nullable()
          .optional()
          .meta({
            description:
              'In the order of the press: the instant from which the event counts; null: its source has no date, so ' +
              'it counts only without a bound; absent: it has no source and counts from the beginning',
          }),
        changes,
      })
      .meta({
        description:
          'In the order of the record or of the press: an event, and its changes. All events of one request, or of ' +
          'one publication date, become known at once: the last of them that is about a subject has the change of ' +
          'that subject',
      }),
    z
      .strictObject({ at: z.string(), changes })
      .meta({ description: 'Changes by time alone, or items that are in doubt from then on' }),
    z.strictObject({ board: BoardBody }).meta({ description: 'The last frame: the board' }),
    z
      .strictObject({ error: z.strictObject({ code: z.string(), detail: z.string() }) })
      .meta({ description: 'The last frame: the replay could not be completed' }),
  ])
  .meta({ id: 'Frame', description: 'A step of a replay' });

@ApiTags('stories')
@Controller('v1/stories')
export class ReplayController {
  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
  ) {}

  @Get(':slug/replay')
  @Endpoint({
    id: 'replayStory',
    summary: 'A story replayed from the log, step by step, in the order of the world, of the press or of the record',
    description:
      'Each step is a frame with its changes. The last frame is the board, as the story itself answers at the same ' +
      'point. In an event stream the last frame has the id `end`. A client that reconnects with that id gets 204, so ' +
      'that an `EventSource` does not begin again.',
    access: 'reader',
    params: { slug: Slug },
    query: ReplayQuery,
    long: 'replays',
    headers: { 'Last-Event-ID': 'Of an event stream: `end` where the client has all of it' },
    example: { params: { slug: 'us-china-trade' }, query: { to: '2025-05-14' } },
    answers: {
      200: {
        description: 'The frames, as lines of JSON or as events of a stream',
        schema: FrameBody,
        types: [NDJSON, EVENT_STREAM],
      },
      204: { description: 'The client has all of the replay' },
    },
    problems: ['not-found'],
  })
  async replay(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const query = request.validatedQuery as z.output<typeof ReplayQuery>;
    const streamed = request.responseType === EVENT_STREAM;
    if (streamed && isDrained(request)) return void reply.status(204).send();
    const clocks = await resolveRequestClocks(reads, replayPoint(query));
    const replay = replayStory(reads.pool, views, slug, clocks, ORDERS[clockOf(query)]);
    const frames = frameBodies(slug, replay, clocks, reads.pool);
    if (streamed) await sendEventStream(reply, frames, (frame) => 'board' in frame, this.runtime.logger);
    else await sendLines(reply, frames, this.runtime.logger);
  }
}

async function* frameBodies(
  slug: string,
  replay: AsyncIterable<ReplayFrame>,
  clocks: Clocks,
  pool: Pool,
): AsyncGenerator<object> {
  let found = false;
  for await (const frame of replay) {
    found = true;
    yield toFrameBody(await settleFrame(frame, pool), clocks);
  }
  if (!found) throw await unknownStory(pool, slug, clocks);
}

async function settleFrame(frame: ReplayFrame, pool: Pool): Promise<ReplayFrame> {
  if ('recorded' in frame && frame.recorded.source?.unverified) {
    const [recorded = frame.recorded] = await settleSources(pool, [frame.recorded]);
    return { ...frame, recorded };
  }
  if ('fact' in frame && frame.fact.sources.some((source) => source.unverified)) {
    const [fact = frame.fact] = await settleFacts(pool, [frame.fact]);
    return { ...frame, fact };
  }
  return frame;
}

function toFrameBody(frame: ReplayFrame, clocks: Clocks): object {
  if ('board' in frame) return { board: toBoardBody(frame.board, clocks) };
  const { changes } = frame;
  if ('at' in frame) return { at: formatInstant(frame.at), changes };
  if ('fact' in frame) return { event: frame.fact, changes };
  const event = toEventBody(frame.recorded);
  if (!('publishedBy' in frame) || frame.publishedBy === -Infinity) return { event, changes };
  const { publishedBy } = frame;
  return { event, publishedBy: publishedBy === Infinity ? null : formatInstant(publishedBy), changes };
}
