import { readHead } from '#log/read/read-head.js';
import { verifyReasons } from '#log/verify/problem.js';
import { verifyLog, type VerifyProgress } from '#log/verify/verify-log.js';
import { writeAudit } from '#platform/audit/audit-trail.js';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../auth/identity.js';
import { AUTH, type AuthPart, LOG, type LogPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { NDJSON } from '../http/media-types.js';
import { sendLines } from '../http/streaming.js';
import { Endpoint } from '../openapi/endpoint.js';
import { readBody } from '../query/read-body.js';

const Hash = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, { error: 'must be a sha256 in hexadecimal, 64 characters' })
  .meta({ description: 'sha256, hex' });

export const LogHeadBody = z
  .strictObject({
    position: z.int().min(0).meta({ description: 'The last position; 0 on an empty log' }),
    hash: Hash,
    recordedAt: z.string().nullable(),
    aheadOfClockMs: z
      .number()
      .meta({ description: 'By how much the time of the log is ahead of the clock; 0 normally' }),
  })
  .meta({
    id: 'LogHead',
    description: 'The head of the log. Noted elsewhere, it later proves that the log was not cut off',
  });
export type LogHeadBody = z.infer<typeof LogHeadBody>;

export const NotedHeadInput = z
  .strictObject({ position: z.int().min(1), hash: Hash })
  .meta({ id: 'NotedHead', description: 'A head of the log that was noted earlier' });

/** A line of the answer to a verification. */
export const VerifyLine = z
  .union([
    z
      .strictObject({
        progress: z.int(),
        of: z.int(),
        articles: z
          .int()
          .optional()
          .meta({ description: 'How many bodies of articles were checked, once all events are verified' }),
      })
      .meta({ description: 'Progress: no problem so far' }),
    z.strictObject({ verified: z.int(), head: Hash }).meta({ description: 'The last line: no problem was found' }),
    z
      .strictObject({
        position: z.int().meta({
          description:
            'Of the event, of the last event of the story, or of the first event that cites the article; 0: of none',
        }),
        problem: z.string().meta({ description: 'What is wrong, in words' }),
        reason: z.enum(verifyReasons),
        story: z.string().optional().meta({ description: 'The story whose stream is wrong' }),
        article: z.string().optional().meta({ description: 'The id of the article that is wrong' }),
      })
      .meta({ description: 'The last line: the first problem' }),
    z
      .strictObject({ error: z.strictObject({ code: z.string(), detail: z.string() }) })
      .meta({ description: 'The last line: the log could not be read to its end' }),
  ])
  .meta({ id: 'VerifyLine' });
export type VerifyLine = z.infer<typeof VerifyLine>;

@ApiTags('admin')
@Controller('v1/admin/log')
export class LogController {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    @Inject(AUTH) private readonly auth: AuthPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
  ) {}

  @Get()
  @Endpoint({
    id: 'getLogHead',
    summary: 'The head of the log',
    access: 'admin',
    answers: { 200: { description: 'The head', schema: LogHeadBody } },
  })
  async head(): Promise<LogHeadBody> {
    const { aheadOfClock, ...head } = await readHead(this.log.pool);
    return { ...head, aheadOfClockMs: Math.max(0, aheadOfClock) / 1000 };
  }

  @Post('verify')
  @HttpCode(200)
  @Endpoint({
    id: 'verifyLog',
    summary: 'Verifies the whole log, its heads and the articles',
    description:
      'Recomputes every hash, and checks that no event is missing, that times never fall, the heads of the log and ' +
      'of its stories, and the bodies of articles by their sha256. With a head that was noted earlier, it also finds ' +
      'a log that was cut off.',
    access: 'admin',
    long: 'verifications',
    body: { schema: NotedHeadInput, optional: true },
    answers: { 200: { description: 'Progress, and the result on the last line', schema: VerifyLine, types: [NDJSON] } },
    problems: ['invalid-request'],
  })
  async verify(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const noted = body === undefined ? null : readBody(NotedHeadInput, body);
    await writeAudit(this.auth.pool, actorOf(request), {
      action: 'verify-requested',
      subject: 'log',
      ...(noted && { detail: noted }),
    });
    await sendLines(reply, lines(verifyLog(this.log.pool, noted)), this.runtime.logger);
  }
}

async function* lines(progress: AsyncIterable<VerifyProgress>): AsyncGenerator<VerifyLine> {
  for await (const { kind: _kind, ...step } of progress) {
    if ('of' in step) yield { progress: step.verified, of: step.of, articles: step.articles };
    else yield step;
  }
}
