import type { FastifyRequest } from 'fastify';
import type { Doer } from '#platform/audit/audit-trail.js';

/** Who makes a request, as the audit trail has it. */
export const doerOf = ({ identity, ip, id }: FastifyRequest): Doer => ({ actor: identity?.name ?? null, address: ip, requestId: id });
