import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { Endpoint } from '../openapi/endpoint.js';
import { Problem } from '../problems/problem.js';
import { examine, type HealthReport } from './readiness.js';
import { memoized } from './memoized.js';

/** How often the parts are asked, whoever wants to know (milliseconds). */
const EXAMINED = { every: 1_000, burst: 3 };

const Alive = z.strictObject({ status: z.literal('alive') }).meta({ id: 'Alive' });
const Ready = z
  .strictObject({
    ready: z.literal(true),
    checks: z.record(
      z.string(),
      z.strictObject({ ready: z.boolean(), detail: z.string(), facts: z.record(z.string(), z.unknown()).optional() }),
    ),
  })
  .meta({ id: 'Ready', description: 'What each part of the server says of itself' });

@ApiTags('operating')
@Controller()
export class HealthController {
  readonly #examine: () => Promise<HealthReport>;

  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {
    this.#examine = memoized(() => examine(parts.checks, parts.logger), EXAMINED);
  }

  @Get('livez')
  @Endpoint({
    id: 'isAlive',
    summary: 'Whether the process runs',
    access: 'open',
    answers: { 200: { description: 'It does', schema: Alive } },
  })
  @Header('cache-control', 'no-store')
  alive(): z.output<typeof Alive> {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Endpoint({
    id: 'isReady',
    summary: 'Whether requests can be served',
    description:
      'Views that lag or are halted, and queues that are away, are told and do not count. Views that have not moved for 30 seconds while events wait for them do. However many want to know, the parts are asked about once a second.',
    access: 'open',
    limited: true,
    answers: { 200: { description: 'They can', schema: Ready } },
    problems: ['unavailable'],
  })
  @Header('cache-control', 'no-store')
  async ready(): Promise<HealthReport> {
    const report = await this.#examine();
    if (report.ready) return report;
    const failing = Object.entries(report.checks).filter(([, health]) => !health.ready);
    throw new Problem(
      'unavailable',
      `Not ready: ${failing.map(([name, health]) => `${name} (${health.detail})`).join(', ')}.`,
      {
        errors: failing.map(([name, health]) => ({ pointer: `/checks/${name}`, detail: health.detail })),
        headers: { 'retry-after': '2' },
      },
    );
  }

  @Get('metrics')
  @Endpoint({
    id: 'getMetrics',
    summary: 'Metrics for Prometheus',
    access: 'reader',
    answers: { 200: { description: 'The text format of Prometheus', types: ['text/plain'] } },
  })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  metrics(): Promise<string> {
    return this.parts.metrics.metrics();
  }
}
