import type { Actor } from '#platform/audit/audit-trail.js';
import type { KeyHolder } from '#platform/keys/key-secret.js';
import type { FastifyRequest } from 'fastify';

export { keyRoles as roles, permits, type KeyRole as Role } from '#platform/keys/key-secret.js';

/** Who sends a request: the holder of a key. */
export type Identity = KeyHolder;

/** Finds the holder of a key or of a session's token; `null` where it is not valid. Compares in constant time. */
export type Authenticate = (token: string) => Identity | null | Promise<Identity | null>;

/** Who sends a request, for the audit trail. */
export const actorOf = ({ identity, ip, id }: FastifyRequest): Actor => ({
  actor: identity?.name ?? null,
  address: ip,
  requestId: id,
});
