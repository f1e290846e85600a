import type { Place } from '#catalogue/values/place.js';
import { placesAgree, samePlace } from '../places/place.js';
import type { Round } from './series.js';

/**
 * What a fact tells of a round: that one is announced, has started, sits (a session, a further day) or has concluded.
 */
export type RoundMention = 'announced' | 'started' | 'sits' | 'concluded';

export interface MatchedRound {
  round?: number | undefined;
  place?: Place | undefined;
}

/**
 * The round that a series has come to: the one with the highest number, or, once that has concluded, the latest
 * unnumbered one after it that has not.
 */
export function currentRound(rounds: readonly Round[]): Round | undefined {
  const recent = recentRounds(rounds);
  return recent.find((round) => round.status !== 'concluded') ?? recent[0];
}

/**
 * The round that a fact is about, or `undefined` for one not heard of yet. A number decides. Without one it is the
 * round that the fact continues, unless its place says otherwise: a start begins what was announced, a further day
 * belongs to what is under way, and an end to that too, or to a round known by the same place. A number first heard of
 * belongs to an unnumbered round that the fact continues in this way, where it fits between its neighbours: the talks
 * announced for November turn out to be the sixth round.
 */
export function matchRound(rounds: readonly Round[], matched: MatchedRound, mention: RoundMention): Round | undefined {
  if (matched.round === undefined) return continued(rounds, matched, mention);
  const { round } = matched;
  const known = rounds.find((other) => other.round === round);
  if (known) return known;
  const unnumbered = rounds.filter((other, index) => other.round === null && fits(rounds, index, round));
  return continued(unnumbered, matched, mention);
}

function continued(
  rounds: readonly Round[],
  { round: number, place }: MatchedRound,
  mention: RoundMention,
): Round | undefined {
  const recent = recentRounds(rounds);
  const next = recent.find((round) => round.status === 'announced');
  const underWay = recent.find((round) => round.status === 'under_way');
  const there = rounds.findLast((round) => samePlace(round.place, place));
  const inQuestion = {
    announced: [next],
    started: [next, underWay],
    sits: [underWay, next, number === undefined ? recent[0] : undefined],
    concluded: [underWay, there, next],
  }[mention];
  return inQuestion.find((round) => round !== undefined && placesAgree(round.place, place));
}

/** The highest-numbered round and the unnumbered ones heard of after it: the highest first, then the latest. */
function recentRounds(rounds: readonly Round[]): Round[] {
  const top = rounds.findLastIndex((round) => round.round !== null);
  const after = rounds.slice(top + 1).reverse();
  const highest = rounds[top];
  return highest ? [highest, ...after] : after;
}

/** Whether a number keeps the rounds ascending at a place in the list. */
function fits(rounds: readonly Round[], index: number, number: number): boolean {
  return rounds.every(({ round }, other) => round === null || (other < index ? round < number : round > number));
}
