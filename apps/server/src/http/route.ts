import type { RequiredAccess } from '../auth/authenticator.js';
import type { LongKind } from '../auth/concurrency-limit.js';
import type { Identity } from '../auth/identity.js';
import type { QuerySchema } from './read-query.js';

/** What the request hooks check for a route. `Endpoint` declares it. */
export interface Route {
  access: RequiredAccess;
  /** Only a key is accepted, not a session. A request without a key counts as a failed attempt. */
  keyOnly?: boolean | undefined;
  /** A request without a key or session passes. A key that is sent must be valid. */
  keyless?: boolean | undefined;
  /** Requests count against the rate limit although the route is open. */
  limited?: boolean | undefined;
  query: QuerySchema | undefined;
  /** Media types of request bodies that the route accepts; none where it takes no body. */
  accepts: readonly string[];
  /** Media types of its answers, the default first. */
  produces: readonly string[];
  /** A request body may be compressed with gzip. */
  gzip?: boolean | undefined;
  /** Answers may take long: the limit that they count against. */
  long?: LongKind | undefined;
  /**
   * A page of a library: the library reads parameters, media types and bodies itself, and a session from the same
   * origin may change things through it.
   */
  page?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    route?: Route;
  }
  interface FastifyRequest {
    /** Who sends the request; `null` without a key or session. */
    identity: Identity | null;
    /** The query parameters as the route's schema parsed them. */
    validatedQuery: unknown;
    /** The media type of the answer, chosen by the parameter `format` or the `Accept` header. */
    responseType: string;
  }
}

/** All declared routes. Distinguishes a wrong method on a known path from an unknown path. */
export class KnownRoutes {
  readonly #routes: { method: string; url: string; steps: string[] }[] = [];
  /** Paths without a parameter. */
  readonly #literal = new Set<string>();

  /** @param url as it was declared: `/v1/stories/:slug` */
  add(method: string | readonly string[], url: string): void {
    if (!url.includes(':')) this.#literal.add(url);
    for (const each of typeof method === 'string' ? [method] : method)
      this.#routes.push({ method: each, url, steps: url.split('/') });
  }

  /**
   * Whether the router matched a path to a route with a parameter although the path has routes of its own: it matches
   * GET `/v1/events/import`, which only has POST, to `/v1/events/:id`.
   */
  isMistaken(route: string, url: string): boolean {
    return route.includes(':') && this.#literal.has(pathOf(url));
  }

  /** The methods of a path, sorted; none for an unknown path. `url` may have a query string. */
  methodsOf(url: string): string[] {
    const path = pathOf(url);
    const steps = path.split('/');
    const found = this.#routes.filter((route) =>
      this.#literal.has(path) ? route.url === path : matches(route.steps, steps),
    );
    return [...new Set(found.map((route) => route.method))].sort();
  }
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '';

const matches = (pattern: readonly string[], steps: readonly string[]): boolean =>
  pattern.length === steps.length &&
  pattern.every((step, at) => (step.startsWith(':') ? steps[at] !== '' : step === steps[at]));
