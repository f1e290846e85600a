import type { AnyView } from '#views/define-view.js';
import type { ToldAccount, ToldFact } from '../facts/told-fact.js';
import { overlap, type Candidate } from './candidates.js';
import type { Dispute, DisputeCandidate } from './row.js';
import { inConflict } from './same-date.js';
import { saidBy, saidByAccount, type Said } from './said-properties.js';

interface Telling {
  account: ToldAccount;
  said: Said;
}

/**
 * The disputes about a fact: one for each property of which there are two values, and one for its date, under the first property that it sets.
 *
 * @param candidates what contradicts it, in fold order; not empty
 */
export function disputesAbout(view: AnyView, fact: ToldFact, candidates: readonly Candidate[]): Dispute[] {
  const winner = saidBy(view, fact);
  const agreeing = fact.accounts
    .filter(
      (account) => account === fact.accounts[0] || (account.certainty !== 'claimed' && !candidates.some((one) => one.account === account)),
    )
    .map((account): Telling => ({ account, said: saidByAccount(view, fact, account) }));
  const about = (property: string, reason: 'value' | 'date', same: (a: Telling, b: Telling) => boolean): Dispute => {
    const against = candidates.filter((one) => (reason === 'date' ? one.date : one.values.includes(property)));
    // Beside the winner stand those who tell the same, not those who tell nothing of it.
    const tells = (one: Telling): boolean =>
      reason === 'date' || one.account === fact.accounts[0] || (one.said.get(property) ?? null) !== null;
    const beside = [...agreeing, ...candidates.filter((one) => !against.includes(one))].filter(tells);
    return {
      property,
      reason,
      open: against.some((one) => one.open),
      candidates: [candidate(fact.occurredAt, winner.get(property), beside), ...merged(property, against, same)],
    };
  };
  const properties = [...winner.keys()].filter((property) => candidates.some((one) => one.values.includes(property)));
  const byValue = properties.map((property) =>
    about(property, 'value', (a, b) => !inConflict(view, property, a.said.get(property), b.said.get(property))),
  );
  const [first] = winner.keys();
  const byDate =
    candidates.some((one) => one.date) && first !== undefined ? [about(first, 'date', (a, b) => overlap(a.account, b.account))] : [];
  return [...byValue, ...byDate];
}

/** Tellings that say the same are one candidate. */
function merged(property: string, against: readonly Telling[], same: (a: Telling, b: Telling) => boolean): DisputeCandidate[] {
  const groups: Telling[][] = [];
  for (const telling of against) {
    const group = groups.find(([first]) => first && same(first, telling));
    if (group) group.push(telling);
    else groups.push([telling]);
  }
  return groups.map((group) => {
    const [first] = group as [Telling];
    return candidate(first.account.occurredAt, first.said.get(property), group);
  });
}

function candidate(occurredAt: string, value: unknown, tellings: readonly Telling[]): DisputeCandidate {
  const publishers = tellings.flatMap(({ account }) => account.publisher ?? []);
  return { value: value ?? null, occurredAt, events: tellings.map(({ account }) => account.event), publishers: [...new Set(publishers)] };
}
