import type { Place } from '#catalogue/values/place.js';
import { placesAgree, samePlace } from '../places/place.js';
import type { Round } from './series.js';

/**
 * What a fact reports of a round: it is announced, has started, sits (a session, a further day), has concluded or is
 * cancelled.
 */
export type RoundMention = 'announced' | 'started' | 'sits' | 'concluded' | 'cancelled';

export interface MatchedRound {
  round?: number | undefined;
  place?: Place | undefined;
}

/**
 * The round that a series has come to. Of the one with the highest number and the unnumbered ones after it, it is one
 * that is under way, or else one that is announced. A cancelled round is passed over, unless all are cancelled.
 */
export function currentRound<One extends Round>(rounds: readonly One[]): One | undefined {
  const recent = recentRounds(notCancelled(rounds));
  return inStatus(recent, 'under_way') ?? inStatus(recent, 'announced') ?? recent[0] ?? recentRounds(rounds)[0];
}

/** The number of the rounds that a series has come to: the highest; `null` without a numbered one. */
export function highestNumber(rounds: readonly Round[]): number | null {
  const counting = notCancelled(rounds);
  return (counting.length > 0 ? counting : rounds).findLast(({ round }) => round !== null)?.round ?? null;
}

/** The rounds that were not cancelled. */
export const notCancelled = <One extends Round>(rounds: readonly One[]): readonly One[] =>
  rounds.some(isCancelled) ? rounds.filter((round) => !isCancelled(round)) : rounds;

const isCancelled = ({ status }: Round): boolean => status === 'cancelled';

/**
 * The round that a fact is about, or `undefined` for a new one. The number decides. A fact without a number is about
 * the round that it continues, if their places agree: a start continues an announced round, a further day or an end one
 * that is under way, and an end also a round at the same place. Where nothing is under way or to come, a further day or
 * an end is one more report of what has concluded. A new number can belong to an unnumbered round that the fact
 * continues in this way and that lies between its neighbours: the talks announced for November turn out to be the sixth
 * round. It is not one more report of another round.
 */
export function matchRound<One extends Round>(
  rounds: readonly One[],
  matched: MatchedRound,
  mention: RoundMention,
): One | undefined {
  if (matched.round === undefined) return continued(rounds, matched, mention);
  const { round } = matched;
  const known = rounds.find((other) => other.round === round);
  if (known) return known;
  const unnumbered = rounds.filter((other, index) => other.round === null && fits(rounds, index, round));
  return continued(unnumbered, matched, mention);
}

function continued<One extends Round>(
  all: readonly One[],
  { round: number, place }: MatchedRound,
  mention: RoundMention,
): One | undefined {
  const rounds = notCancelled(all);
  const recent = recentRounds(rounds).filter((round) => placesAgree(round.place, place));
  const next = inStatus(recent, 'announced');
  const underWay = inStatus(recent, 'under_way');
  const latest = number === undefined ? recent[0] : undefined;
  switch (mention) {
    case 'announced':
    case 'cancelled':
      return next;
    case 'started':
      return next ?? underWay;
    case 'sits':
      return underWay ?? next ?? latest;
    case 'concluded':
      return underWay ?? rounds.findLast((round) => samePlace(round.place, place)) ?? next ?? latest;
  }
}

const inStatus = <One extends Round>(rounds: readonly One[], status: Round['status']): One | undefined =>
  rounds.find((round) => round.status === status);

/** The highest-numbered round, then the unnumbered ones after it, the latest first. */
function recentRounds<One extends Round>(rounds: readonly One[]): One[] {
  const top = rounds.findLastIndex((round) => round.round !== null);
  const after = rounds.slice(top + 1).reverse();
  const highest = rounds[top];
  return highest ? [highest, ...after] : after;
}

/** Whether the rounds stay in ascending order if the one at an index gets a number. */
function fits(rounds: readonly Round[], index: number, number: number): boolean {
  return rounds.every(({ round }, other) => round === null || (other < index ? round < number : round > number));
}
