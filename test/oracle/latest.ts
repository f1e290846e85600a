import { Expectation, show, type Pattern } from './pattern.js';
import type { Standing } from './standing.js';

/** The latest facts and claims, oldest first; whether a fact that is left out for another one is among them is left open. */
export function latestTen(standing: readonly Standing[], told: readonly Standing[]): Pattern {
  if (standing.every((fact) => told.includes(fact))) return standing.slice(-10).map(({ id }) => id);
  const shown = standing.map((fact) => (told.includes(fact) ? fact.id : { optional: fact.id }));
  return new Expectation({ latestTenOf: shown }, (actual, at) =>
    Array.isArray(actual) && areLatest(actual, standing, told)
      ? []
      : [`${at}: expected the latest ten of ${show(shown)}, got ${show(actual)}`],
  );
}

function areLatest(ids: readonly unknown[], standing: readonly Standing[], told: readonly Standing[]): boolean {
  const rest = [...standing];
  for (const id of ids.toReversed()) {
    while (rest.length > 0 && rest.at(-1)?.id !== id) {
      if (rest.splice(-1).some((fact) => told.includes(fact))) return false;
    }
    if (rest.pop() === undefined) return false;
  }
  return ids.length === 10 || !rest.some((fact) => told.includes(fact));
}
