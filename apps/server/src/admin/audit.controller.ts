import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readAudit, auditActions } from '#platform/audit/audit-trail.js';
import { AUTH, READS, type AuthPart, type ReadsPart } from '../bootstrap/parts.js';
import { Endpoint } from '../openapi/endpoint.js';
import { pageParameters, PositionPlace, TextParameter } from '../query/parameters.js';
import { plainList } from '../query/plain-list.js';

const AuditEntryBody = z
  .strictObject({
    id: z.int(),
    at: z.string(),
    actor: z.string().nullable().meta({ description: 'The name of the key; null: unknown' }),
    action: z.enum(auditActions),
    subject: z.string().meta({
      description: 'The object of the action: the name of a key, the id of an article, a view, an address, a path',
    }),
    detail: z.record(z.string(), z.unknown()),
    address: z.string(),
    requestId: z.string().nullable().meta({ description: 'Null: the entry sums up many requests' }),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what, and when' });

export const AuditBody = z
  .strictObject({ items: z.array(AuditEntryBody), next: z.string().nullable() })
  .meta({ id: 'AuditTrail' });

const AuditQuery = z.strictObject({
  ...pageParameters,
  actor: TextParameter.optional().meta({ description: 'Actions of the key of this name' }),
  action: z
    .string()
    .refine((text): text is (typeof auditActions)[number] => (auditActions as readonly string[]).includes(text), {
      error: `must be one of ${auditActions.join(', ')}`,
    })
    .optional()
    .meta({ enum: auditActions, description: 'Actions of this kind' }),
});

const entries = plainList(AuditQuery, PositionPlace);

@ApiTags('admin')
@Controller('v1/admin/audit')
export class AuditController {
  constructor(
    @Inject(AUTH) private readonly auth: AuthPart,
    @Inject(READS) private readonly reads: ReadsPart,
  ) {}

  @Get()
  @Endpoint({
    id: 'readAudit',
    summary: 'Who did what, the latest first',
    description:
      'Actions on keys and sessions, erasures, rebuilds, verifications, changes made through pages of libraries, and ' +
      'invalid keys.',
    access: 'admin',
    query: AuditQuery,
    answers: { 200: { description: 'A page of the audit trail', schema: AuditBody } },
    problems: ['bad-cursor'],
  })
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = entries.open(this.reads, request);
    const { query, after: before, limit } = page;
    const { actor = null, action = null } = query;
    const found = await readAudit(this.auth.pool, { before, actor, action, limit: limit + 1 });
    const items = found.slice(0, limit).map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }));
    entries.answer(request, reply, page, items, found.length > limit ? (items.at(-1)?.id ?? null) : null);
  }
}
