import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { formatInstant } from '#catalogue/values/reduced-date.js';
import { Slug } from '#catalogue/values/slug.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { replayStory, type ReplayFrame } from '#reader/replay/replay-story.js';
import { views } from '#views/registry.js';
import { SERVER_PARTS, type ReadingPool, type AppDependencies } from '../app-dependencies.js';
import { settleFacts, settleSources } from '../articles/settle-sources.js';
import { partsFor } from '../query/reading.js';
import { resolveRequestClocks } from '../query/resolve-request-clocks.js';
import { Endpoint } from '../openapi/endpoint.js';
import { toEventBody } from '../events/to-event-body.js';
import { EVENT_STREAM, isDrained, sendStream } from '../http/event-stream.js';
import { NDJSON, sendLines } from '../http/lines.js';
import { boardAnswer } from './board-answer.js';
import { clockOf } from './changes.schema.js';
import { noSuchStory } from './no-such-story.js';
import { replayPoint } from './replay-point.js';
import { FrameBody, ReplayQuery } from './replay.schema.js';

@ApiTags('stories')
@Controller('v1/stories')
export class ReplayController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {}

  @Get(':slug/replay')
  @Endpoint({
    id: 'replayStory',
    summary: 'A story told from the log, step by step, in the order of the world or of the record',
    description:
      'A frame a step, with what it changed. The last one is the board, which is the answer of the story itself at the same point. As an event stream, the last ' +
      'one has the id `end`, and who comes back with that gets 204, so that an `EventSource` does not begin anew.',
    access: 'reader',
    params: { slug: Slug },
    query: ReplayQuery,
    long: 'replays',
    headers: { 'Last-Event-ID': 'Of an event stream: `end` where it was told to its end' },
    example: { params: { slug: 'us-china-trade' }, query: { to: '2025-05-14' } },
    answers: {
      200: {
        description: 'JSON, a frame a line, or an event a frame',
        schema: FrameBody,
        types: [NDJSON, EVENT_STREAM],
      },
      204: { description: 'It was told to its end' },
    },
    problems: ['not-found'],
  })
  async replay(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const asked = request.asked as z.output<typeof ReplayQuery>;
    const streamed = request.produces === EVENT_STREAM;
    if (streamed && isDrained(request)) return void reply.status(204).send();
    const clocks = await resolveRequestClocks(parts, replayPoint(asked));
    const replay = replayStory(parts.pool, views, slug, clocks, clockOf(asked) === 'recordedAsOf' ? 'record' : 'world');
    const frames = told(slug, replay, clocks, parts.pool);
    if (streamed) await sendStream(reply, frames, (frame) => 'board' in frame, this.parts.logger);
    else await sendLines(reply, frames, this.parts.logger);
  }
}

async function* told(
  slug: string,
  replay: AsyncIterable<ReplayFrame>,
  clocks: Clocks,
  pool: ReadingPool,
): AsyncGenerator<object> {
  let found = false;
  for await (const frame of replay) {
    found = true;
    yield toldFrame(await settled(frame, pool), clocks);
  }
  if (!found) throw noSuchStory(slug);
}

async function settled(frame: ReplayFrame, pool: ReadingPool): Promise<ReplayFrame> {
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

function toldFrame(frame: ReplayFrame, clocks: Clocks): object {
  if ('board' in frame) return { board: boardAnswer(frame.board, clocks) };
  const { changes } = frame;
  if ('at' in frame) return { at: formatInstant(frame.at), changes };
  return { event: 'recorded' in frame ? toEventBody(frame.recorded) : frame.fact, changes };
}
