import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { readHead } from '#log/read/read-head.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { watchAuthority } from '../auth/authority-watch.js';
import { PositionParameter } from '../query/clocks.js';
import { Endpoint } from '../openapi/endpoint.js';
import { badHeader, badParameter } from '../problems/problem.js';
import { LogStream } from './log-stream.js';
import { StreamQuery } from './stream.schema.js';

const EVENT_STREAM = 'text/event-stream';
/** How long a client is to wait before it comes back, milliseconds. */
const RETRY = 2000;

@ApiTags('events')
@Controller('v1/events')
export class StreamController {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly streams: LogStream,
  ) {}

  @Get('stream')
  @Endpoint({
    id: 'followEvents',
    summary: 'The log as it goes on, as server-sent events',
    description:
      'Each message is an event as the log holds it; its id is the position. Who comes back with Last-Event-ID, as an EventSource does by itself, misses nothing and gets nothing twice. A client that takes nothing for 10 seconds is let go. When the key or the session ends, a last message, of the event `error`, says why: `{ "error": { "code", "detail" } }`.',
    access: 'reader',
    long: 'streams',
    query: StreamQuery,
    headers: {
      'Last-Event-ID': 'The position of the last event that was received: goes on after it, whatever `after` says',
    },
    answers: {
      200: {
        description: 'Without an end: a message an event, and a comment every 15 seconds',
        types: [EVENT_STREAM],
        headers: { 'X-Accel-Buffering': 'no: a proxy must hand on each message as it comes' },
      },
    },
  })
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after, story, type } = request.asked as z.output<typeof StreamQuery>;
    const last = lastEventId(request.headers['last-event-id']);
    this.streams.admit();
    const { position: head } = await readHead(this.parts.pool);
    const from = last ?? after ?? head;
    if (from > head) throw pastTheEnd(last === null ? 'after' : 'Last-Event-ID', from, head);
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
    reply.raw.write(`retry: ${RETRY}\n\n`);
    this.streams.follow(reply.raw, from, { story, type }, watchAuthority(reply));
  }
}

/** @throws Problem `bad-parameter` */
function lastEventId(header: string | string[] | undefined): number | null {
  if (header === undefined || header === '') return null;
  const read = PositionParameter.safeParse(header);
  if (!read.success) throw badHeader('Last-Event-ID', 'must be a position: a whole number from 0');
  return read.data;
}

function pastTheEnd(name: 'after' | 'Last-Event-ID', position: number, head: number) {
  const detail = `position ${position} is past the end of the log, which is ${head}`;
  return name === 'after' ? badParameter(name, detail) : badHeader(name, detail);
}
