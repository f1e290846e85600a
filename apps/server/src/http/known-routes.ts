/** A route as it was declared: `/v1/stories/:slug`. */
export interface KnownRoute {
  method: string;
  url: string;
}

/** All routes there are, so that a wrong method on a known path can be told from an unknown path. */
export class KnownRoutes {
  readonly #routes: { method: string; url: string; steps: string[] }[] = [];
  /** Those without a parameter. */
  readonly #literal = new Set<string>();

  add(method: string | readonly string[], url: string): void {
    if (!url.includes(':')) this.#literal.add(url);
    for (const each of typeof method === 'string' ? [method] : method)
      this.#routes.push({ method: each, url, steps: url.split('/') });
  }

  /**
   * Whether a route with a parameter took a path that has routes of its own: `/v1/events/:id` took `/v1/events/import`,
   * which has no GET.
   */
  isMistaken(route: string, url: string): boolean {
    return route.includes(':') && this.#literal.has(pathOf(url));
  }

  /** The methods that a path has, sorted; none for an unknown path. `url` may carry a query string. */
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
