import type { FastifyRequest } from 'fastify';
import type { Actor } from '#platform/audit/audit-trail.js';

/** Who makes a request, as the audit trail has it. */
export const actorOf = ({ identity, ip, id }: FastifyRequest): Actor => ({
  actor: identity?.name ?? null,
  address: ip,
  requestId: id,
});
