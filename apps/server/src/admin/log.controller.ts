import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readHead } from '#log/read/read-head.js';
import { verifyLog, type VerifyProgress } from '#log/verify/verify-log.js';
import { writeAudit } from '#platform/audit/audit-trail.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { actorOf } from '../auth/actor.js';
import { Endpoint } from '../openapi/endpoint.js';
import { NDJSON, sendLines } from '../http/lines.js';
import { readBody } from '../query/read-body.js';
import { LogHeadBody, NotedHeadInput, VerifyLine } from './log.schema.js';

@ApiTags('admin')
@Controller('v1/admin/log')
export class LogController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {}

  @Get()
  @Endpoint({
    id: 'getLogHead',
    summary: 'Where the log stands',
    access: 'admin',
    answers: { 200: { description: 'Its head', schema: LogHeadBody } },
  })
  async head(): Promise<LogHeadBody> {
    const { aheadOfClock, ...head } = await readHead(this.parts.pool);
    return { ...head, aheadOfClockMs: Math.max(0, aheadOfClock) / 1000 };
  }

  @Post('verify')
  @HttpCode(200)
  @Endpoint({
    id: 'verifyLog',
    summary: 'Recomputes the whole log, and what stands beside it: heads and articles',
    description:
      'Every hash, that nothing is missing, that times never fall, the heads of the log and of its stories, and the bodies of articles by their sha256. With a head that was noted earlier, a tail that was cut off shows, too.',
    access: 'admin',
    long: 'verifications',
    body: { schema: NotedHeadInput, optional: true },
    answers: { 200: { description: 'Progress, and at the end the verdict', schema: VerifyLine, types: [NDJSON] } },
    problems: ['invalid-request'],
  })
  async verify(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const noted = body === undefined ? null : readBody(NotedHeadInput, body);
    await writeAudit(this.parts.accessPool, actorOf(request), {
      action: 'verify-requested',
      subject: 'log',
      ...(noted && { detail: noted }),
    });
    await sendLines(reply, lines(verifyLog(this.parts.pool, noted)), this.parts.logger);
  }
}

async function* lines(progress: AsyncIterable<VerifyProgress>): AsyncGenerator<VerifyLine> {
  for await (const { kind: _kind, ...step } of progress) {
    if ('of' in step) yield { progress: step.verified, of: step.of, articles: step.articles };
    else yield step;
  }
}
