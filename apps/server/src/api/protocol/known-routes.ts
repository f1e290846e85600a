/** A route as it was declared: `/v1/stories/:slug`. */
export interface KnownRoute {
  method: string;
  url: string;
}

/** All routes there are, so that a wrong method on a known path can be told from an unknown path. */
export class KnownRoutes {
  readonly #routes: { method: string; steps: string[] }[] = [];

  add(method: string | readonly string[], url: string): void {
    for (const each of typeof method === 'string' ? [method] : method) this.#routes.push({ method: each, steps: url.split('/') });
  }

  /** The methods that a path has, sorted; none for an unknown path. `url` may carry a query string. */
  methodsOf(url: string): string[] {
    const steps = (url.split('?', 1)[0] ?? '').split('/');
    return [...new Set(this.#routes.filter((route) => matches(route.steps, steps)).map((route) => route.method))].sort();
  }
}

const matches = (pattern: readonly string[], steps: readonly string[]): boolean =>
  pattern.length === steps.length && pattern.every((step, at) => (step.startsWith(':') ? steps[at] !== '' : step === steps[at]));
