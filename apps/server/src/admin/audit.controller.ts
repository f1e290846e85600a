import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readAudit } from '#platform/audit/audit-trail.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { PositionPlace } from '../query/places.js';
import { plainList } from '../query/plain-list.js';
import { Endpoint } from '../openapi/endpoint.js';
import { AuditBody, AuditQuery } from './audit.schema.js';

const entries = plainList(AuditQuery, PositionPlace);

@ApiTags('admin')
@Controller('v1/admin/audit')
export class AuditController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {}

  @Get()
  @Endpoint({
    id: 'readAudit',
    summary: 'Who did what, the latest first',
    description:
      'Keys and sessions, erasures, rebuilds, verifications, what was changed through pages of libraries, and keys that were not right.',
    access: 'admin',
    query: AuditQuery,
    answers: { 200: { description: 'A page of the audit trail', schema: AuditBody } },
    problems: ['bad-cursor'],
  })
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = entries.open(this.parts, request);
    const { asked, after: before, limit } = page;
    const { actor = null, action = null } = asked;
    const found = await readAudit(this.parts.accessPool, { before, actor, action, limit: limit + 1 });
    const items = found.slice(0, limit).map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }));
    entries.answer(request, reply, page, items, found.length > limit ? (items.at(-1)?.id ?? null) : null);
  }
}
