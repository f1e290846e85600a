import type { Registry } from 'prom-client';
import type { Logger } from 'pino';
import type { Authenticate } from './api/access/roles.js';
import type { HealthCheck } from './api/health/readiness.js';
import type { TrustedProxies } from './api/protocol/adapter.js';

/** What the HTTP server is made of. Whoever starts it makes and ends these; the server only uses them. */
export interface ServerParts {
  /** As in package.json: what the OpenAPI document says. */
  version: string;
  /** Reading without a key, `/metrics` included. */
  publicRead: boolean;
  trustProxy: TrustedProxies;
  logger: Logger;
  metrics: Registry;
  authenticate: Authenticate;
  /** What `/readyz` asks. One that only informs is always `ready`. */
  checks: readonly HealthCheck[];
}

export const SERVER_PARTS = Symbol('server parts');
