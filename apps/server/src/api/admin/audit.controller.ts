import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readAudit } from '#platform/audit/audit-trail.js';
import { SERVER_PARTS, type ServerParts } from '../../server-parts.js';
import { cursorsOf } from '../asking/cursor.js';
import { linkToNext, USUAL_ITEMS } from '../asking/paging.js';
import { Endpoint } from '../describing/endpoint.js';
import { answerConditionally } from '../protocol/conditional.js';
import { AuditBody, AuditQuery } from './audit.schema.js';

const cursors = cursorsOf('audit', z.int());

@ApiTags('admin')
@Controller('v1/admin/audit')
export class AuditController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: ServerParts) {}

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
    const { cursor, limit = USUAL_ITEMS, actor = null, action = null } = request.asked as z.output<typeof AuditQuery>;
    const before = cursor === undefined ? null : cursors.read(cursor);
    const question = { before, actor, action, limit: limit + 1 };
    const found = await readAudit(this.parts.accessPool, question);
    const items = found.slice(0, limit).map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }));
    const last = items.at(-1);
    const next = found.length > limit && last ? cursors.write(last.id) : null;
    if (next !== null) void reply.header('link', linkToNext(request.raw.url ?? '', next));
    answerConditionally(request, reply, { items, next });
  }
}
