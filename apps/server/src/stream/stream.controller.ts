import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readHead } from '#log/read/read-head.js';
import { watchAuthority } from '../auth/authority-watch.js';
import { LOG, type LogPart } from '../bootstrap/parts.js';
import { EVENT_STREAM } from '../http/media-types.js';
import { Endpoint } from '../openapi/endpoint.js';
import { badHeader, badParameter } from '../problems/problem.js';
import { PositionParameter, TextParameter } from '../query/parameters.js';
import { requireStory } from '../query/story-filter.js';
import { TypesParameter } from '../query/words.js';
import { LogStream } from './log-stream.js';

const StreamQuery = z.strictObject({
  after: PositionParameter.optional().meta({
    type: 'integer',
    minimum: 0,
    description: 'Begins with the event after this position; without it, with the next event that is recorded',
  }),
  story: TextParameter.optional().meta({ description: 'Only events of this story' }),
  type: TypesParameter('Only events of this type'),
});

/** How long a client shall wait before it reconnects, milliseconds. */
const RETRY_MS = 2000;

@ApiTags('events')
@Controller('v1/events')
export class StreamController {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    private readonly streams: LogStream,
  ) {}

  @Get('stream')
  @Endpoint({
    id: 'followEvents',
    summary: 'New events of the log, as server-sent events',
    description:
      'Each message is an event of the log, and its id is the position. A client that reconnects with Last-Event-ID, ' +
      'as an EventSource does by itself, gets every event once. A client that reads nothing for 10 seconds is ' +
      'disconnected. When the key or session ends, a last message of the type `error` gives the reason: ' +
      '`{ "error": { "code", "detail" } }`.',
    access: 'reader',
    long: 'streams',
    query: StreamQuery,
    headers: {
      'Last-Event-ID': 'The position of the last event received: the stream continues after it, and ignores `after`',
    },
    answers: {
      200: {
        description: 'A message for each event, and a comment every 15 seconds, without an end',
        types: [EVENT_STREAM],
        headers: { 'X-Accel-Buffering': '`no`: a proxy must forward each message at once' },
      },
    },
    problems: ['not-found'],
  })
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after, story, type } = request.validatedQuery as z.output<typeof StreamQuery>;
    const last = lastEventId(request.headers['last-event-id']);
    this.streams.admit();
    const { position: head } = await readHead(this.log.pool);
    const from = last ?? after ?? head;
    if (from > head) throw pastTheEnd(last === null ? 'after' : 'Last-Event-ID', from, head);
    await requireStory(this.log.pool, story, { position: head });
    void reply
      .header('content-type', EVENT_STREAM)
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no');
    reply.hijack();
    reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>);
    if (request.method === 'HEAD') {
      reply.raw.end();
      return;
    }
    reply.raw.write(`retry: ${RETRY_MS}\n\n`);
    this.streams.follow(reply.raw, from, { story, types: type }, watchAuthority(reply));
  }
}

/** @throws Problem `bad-parameter` */
function lastEventId(header: string | string[] | undefined): number | null {
  if (header === undefined || header === '') return null;
  const parsed = PositionParameter.safeParse(header);
  if (!parsed.success) throw badHeader('Last-Event-ID', 'must be a position: a whole number from 0');
  return parsed.data;
}

function pastTheEnd(name: 'after' | 'Last-Event-ID', position: number, head: number) {
  const detail = `position ${position} is past the end of the log, position ${head}`;
  return name === 'after' ? badParameter(name, detail) : badHeader(name, detail);
}
