import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { Endpoint } from '../openapi/endpoint.js';
import { Problem } from '../problems/problem.js';
import { HEALTH_CHECKS, type HealthCheck, type HealthReport, memoized, runHealthChecks } from './readiness.js';

/** How often the checks run, however many clients request them (milliseconds). */
const CHECK_RATE = { every: 1_000, burst: 3 };

const Alive = z.strictObject({ status: z.literal('alive') }).meta({ id: 'Alive' });
const Ready = z
  .strictObject({
    ready: z.literal(true),
    checks: z.record(
      z.string(),
      z.strictObject({ ready: z.boolean(), detail: z.string(), facts: z.record(z.string(), z.unknown()).optional() }),
    ),
  })
  .meta({ id: 'Ready', description: 'The state of each part of the server' });

@ApiTags('operating')
@Controller()
export class HealthController {
  readonly #check: () => Promise<HealthReport>;

  constructor(
    @Inject(HEALTH_CHECKS) checks: readonly HealthCheck[],
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
  ) {
    this.#check = memoized(() => runHealthChecks(checks, runtime.logger), CHECK_RATE);
  }

  @Get('livez')
  @Endpoint({
    id: 'isAlive',
    summary: 'Whether the process is running',
    access: 'open',
    answers: { 200: { description: 'The process is running', schema: Alive } },
  })
  @Header('cache-control', 'no-store')
  alive(): z.output<typeof Alive> {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Endpoint({
    id: 'isReady',
    summary: 'Whether the server can serve requests',
    description:
      'The server is not ready while its views have made no progress for 30 seconds although events wait for them. ' +
      'Views that lag or are halted, and queues that cannot be reached, are reported, but the server stays ready. ' +
      'The checks run about once a second, however many clients request them.',
    access: 'open',
    limited: true,
    answers: { 200: { description: 'The server can serve requests', schema: Ready } },
    problems: ['unavailable'],
  })
  @Header('cache-control', 'no-store')
  async ready(): Promise<HealthReport> {
    const report = await this.#check();
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
    answers: { 200: { description: 'Metrics in the text format of Prometheus', types: ['text/plain'] } },
  })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  metrics(): Promise<string> {
    return this.runtime.metrics.metrics();
  }
}
