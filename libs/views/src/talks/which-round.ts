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
 * The round that a series has come to: the one with the highest number, or, once that has concluded, the latest
 * unnumbered one after it that has not. A cancelled round is passed over, unless all are cancelled.
 */
export function currentRound<One extends Round>(rounds: readonly One[]): One | undefined {
  const recent = recentRounds(notCancelled(rounds));
  return recent.find((round) => round.status !== 'concluded') ?? recent[0] ?? recentRounds(rounds)[0];
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
 * that is under way, and an end also a round at the same place. A new number can belong to an unnumbered round that the
 * fact continues in this way and that lies between its neighbours: the talks announced for November turn out to be the
 * sixth round.
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
  const recent = recentRounds(rounds);
  const next = recent.find((round) => round.status === 'announced');
  const underWay = recent.find((round) => round.status === 'under_way');
  const there = rounds.findLast((round) => samePlace(round.place, place));
  const candidates = {
    announced: [next],
    started: [next, underWay],
    sits: [underWay, next, number === undefined ? recent[0] : undefined],
    concluded: [underWay, there, next],
    cancelled: [next],
  }[mention];
  return candidates.find((round) => round !== undefined && placesAgree(round.place, place));
}

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
