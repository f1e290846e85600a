import { fieldCorrections, sourcedCounts } from './effective-corrections.js';
import type { Account, Correction, FactState, Retraction } from './fact-state.js';
import { publicationInstant, type PressTime } from './published-by.js';
import { accountCounts, retractionCounts } from './resolve-account.js';

/**
 * The ids of the accounts, corrections and retractions of a fact that count as of a publication time, whether or not
 * others replace or withdraw them.
 */
export function countingEvents(state: FactState, press: PressTime): Set<string> {
  const accounts = new Map(state.accounts.map((account) => [account.id, accountCounts(state, account, press)]));
  const events = answerEach<boolean>(state, {
    account: ({ id }) => accounts.get(id) === true,
    correction: (one) => sourcedCounts(one, press, () => accounts.get(one.target) === true),
    retraction: (one) => retractionCounts(one, press),
    first: (some) => some.includes(true),
    always: true,
  });
  return new Set(events.filter(([, counts]) => counts).map(([{ id }]) => id));
}

/**
 * The positions of the accounts, corrections and retractions of a fact, each with the instant from which it counts on
 * the clock of the press: microseconds since the epoch; `-Infinity`: always; `Infinity`: only without a bound of
 * publication, since its source has no date.
 */
export function publicationInstants(state: FactState): (readonly [position: number, instant: number])[] {
  const instant = ({ source }: FactEvent): number => publicationInstant(source);
  const events = answerEach<number>(state, {
    account: instant,
    correction: instant,
    retraction: instant,
    first: (some) => Math.min(...some),
    always: -Infinity,
  });
  return events.map(([{ position }, from]) => [position, from]);
}

type FactEvent = Account | Correction | Retraction;

/** Computes for each event when, or whether, it counts. */
interface CountingRule<Answer> {
  account: (account: Account) => Answer;
  /** For a correction with a source. */
  correction: (correction: Correction) => Answer;
  /** For a retraction with a source. */
  retraction: (retraction: Retraction) => Answer;
  /** For an event that counts as soon as one of several others does. */
  first: (answers: readonly Answer[]) => Answer;
  always: Answer;
}

/**
 * Applies a rule to all events of a fact. A retraction without a source counts when its target does. A correction
 * without a source counts as soon as it does for one of its fields. A correction of the date of publication alone
 * counts at every time, because the account has that date already.
 */
function answerEach<Answer>(state: FactState, rule: CountingRule<Answer>): (readonly [FactEvent, Answer])[] {
  const byAccount = new Map(state.accounts.map((account) => [account.id, rule.account(account)]));
  const ofTarget = (target: string): Answer => byAccount.get(target) ?? rule.always;
  const byCorrection = new Map<Correction, Answer[]>();
  for (const { correction, by } of fieldCorrections(state.corrections)) {
    const answer = by === null ? ofTarget(correction.target) : rule.correction(by);
    byCorrection.set(correction, [...(byCorrection.get(correction) ?? []), answer]);
  }
  return [
    ...state.accounts.map((one) => [one, ofTarget(one.id)] as const),
    ...state.corrections.map((one) => {
      const answers = byCorrection.get(one);
      return [one, answers ? rule.first(answers) : rule.always] as const;
    }),
    ...state.retractions.map(
      (one) => [one, one.source === null ? ofTarget(one.target) : rule.retraction(one)] as const,
    ),
  ];
}
