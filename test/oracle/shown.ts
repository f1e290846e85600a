import { valueOf } from './assertions.js';
import {
  agreesOn,
  assertionsBy,
  isOpen,
  sameDate,
  type AssertingAccount,
  type Candidate,
  type Dispute,
} from './disputes.js';
import type { Json } from './pattern.js';
import { LATEST } from './states/lists.js';

/** A dispute as it is shown. Of many candidates, events and publishers the first is shown, and the latest 49 others. */
export function shown(dispute: Dispute): Record<string, Json> {
  const { winner, property, candidates } = dispute;
  // A dispute about the date is named by the first property that the fact sets.
  const named = property ?? assertionsBy(winner)[0]?.[0] ?? '';
  const versions = versionsOf(dispute, named);
  return {
    property: named,
    reason: property === undefined ? 'date' : 'value',
    open: candidates.some((candidate) => isOpen(dispute, candidate)),
    candidates: firstAndLatest(versions).map(({ occurredAt, value, accounts }) => {
      const publishers = [...new Set(accounts.map(({ publisher }) => publisher))];
      return {
        value: value as Json,
        occurredAt,
        events: firstAndLatest(accounts.map(({ id }) => id)),
        publishers: firstAndLatest(publishers),
        counts: { events: accounts.length, publishers: publishers.length },
      };
    }),
    counts: { candidates: versions.length },
  };
}

/** The first and the latest others. */
export const firstAndLatest = <T>(list: readonly T[]): T[] =>
  list.length <= LATEST ? [...list] : [...list.slice(0, 1), ...list.slice(1 - LATEST)];

interface ListedVersion {
  occurredAt: string;
  value: unknown;
  accounts: AssertingAccount[];
}

/**
 * The winner's version and the others in the order of their first candidates. Each account is listed with the first
 * version that it agrees with.
 */
function versionsOf({ winner, property, accounts, candidates }: Dispute, named: string): ListedVersion[] {
  const same = (a: Version, b: Version): boolean =>
    property === undefined ? sameDate(a, b) : agreesOn(b.assertions, property, valueOf(a.assertions, property));
  const first: Version = { ...winner, assertions: assertionsBy(winner) };
  const heads = candidates.reduce(
    (before, candidate) => (before.some((head) => same(head, candidate)) ? before : [...before, candidate]),
    [first],
  );
  return heads.map((head) => ({
    occurredAt: head.occurredAt,
    value: valueOf(head.assertions, named),
    accounts: accounts.filter((account) => heads.find((one) => same(one, account)) === head),
  }));
}

type Version = Pick<Candidate, 'occurredAt' | 'span' | 'assertions'>;
