import { accountAsItStands } from '#history/facts/resolve-fact.js';
import type { ResolvedAccount } from '#history/facts/resolved-fact.js';
import type { FactChange } from '#projector/write/fact-changes.js';
import { escapePointer } from '../problems/problem.js';
import type { CorrectedAccount, Hints } from './recorded.schema.js';

/** The accounts that requests correct, before and after. Accounts of the requests themselves are left out. */
export function correctedAccounts(facts: readonly FactChange[]): CorrectedAccount[] {
  return facts.flatMap(({ before, after }) => {
    if (!before) return [];
    const made = after.corrections.slice(before.corrections.length);
    return [...new Set(made.map(({ target }) => target))].flatMap((event) => {
      const [old, now] = [accountAsItStands(before, event), accountAsItStands(after, event)];
      return old && now ? [{ event, before: partsOf(old), after: partsOf(now) }] : [];
    });
  });
}

const partsOf = ({ occurredAt, certainty, data }: ResolvedAccount): CorrectedAccount['before'] => ({
  occurredAt,
  certainty,
  data,
});

/**
 * The fields that corrected accounts had and no longer have. An editor who replaces all data to change one field may
 * forget some of the others.
 */
export function droppedFields(facts: readonly FactChange[]): NonNullable<Hints['droppedFields']> {
  return correctedAccounts(facts).flatMap(({ event, before, after }) => {
    const fields = pointersMissing(before.data, after.data);
    return fields.length > 0 ? [{ event, fields }] : [];
  });
}

/** JSON Pointers to what one object has and another does not, the outermost of each. Lists are compared as a whole. */
function pointersMissing(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(before).flatMap(([name, value]) => {
    const at = `/${escapePointer(name)}`;
    if (!Object.hasOwn(after, name)) return [at];
    const other = after[name];
    return isObject(value) && isObject(other) ? pointersMissing(value, other).map((inner) => at + inner) : [];
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
