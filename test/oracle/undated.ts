import { accountsOf, corroborationsOf, FIELDS, standing, type Account } from './accounts.js';
import { begun, type CurrentFact } from './current-facts.js';
import { isPublished, isUndated, momentOf, without, type Moment } from './knowledge.js';
import type { Reading } from './reading.js';
import { isMetaEvent, type RecordedFact, type RecordedMetaEvent } from './recorded.js';

/**
 * How many accounts, sourced corrections and sourced retractions are left out for want of a date of publication alone:
 * how many of them count where they are included. `undefined`: the press's clock is not asked.
 *
 * @param concerns which facts matter, as they are with what is left out, or without
 */
export function leftOut(
  reading: Reading,
  concerns: (fact: CurrentFact) => boolean,
  moment: Moment = momentOf(reading.point),
): number | undefined {
  if (reading.point.reportedAsOf === undefined) return undefined;
  if (reading.point.undated === 'include') return 0;
  const facts = [reading, reading.including()].flatMap((one) => begun(one.facts, moment).filter(concerns));
  const ids = new Set(facts.map(({ id }) => id));
  return reading.known.events
    .filter((event): event is RecordedFact => !isMetaEvent(event) && ids.has(event.id))
    .reduce((sum, fact) => sum + leftOutOf(fact, reading), 0);
}

function leftOutOf(fact: RecordedFact, reading: Reading): number {
  const { about } = reading.known;
  const asked = reading.including().known;
  const accountsWithout = (left: readonly RecordedMetaEvent[]): Account[] => accountsOf(fact, without(asked, left));
  const ofFact = about(fact, 'EventRetracted');
  if (ofFact.some((retraction) => isPublished(retraction, reading.point))) return 0;
  const withdrawing = ofFact.filter(isUndated);
  if (withdrawing.length > 0) return accountsWithout(withdrawing).length > 0 ? withdrawing.length : 0;

  const accounts = accountsOf(fact, asked);
  const givers = [fact, ...corroborationsOf(fact, reading.known)];
  const telling = givers.filter(({ id }) => accounts.some((account) => account.id === id));
  const counting = standing(fact, asked).map(({ event }) => event.id);
  const corrections = givers
    .filter(({ id }) => counting.includes(id))
    .flatMap((giver) => about(giver, 'EventCorrected').map((correction) => ({ giver, correction })))
    .filter(({ correction }) => isUndated(correction))
    .filter(({ giver, correction }) =>
      FIELDS.some(
        (field) =>
          correction[field] !== undefined &&
          (telling.includes(giver) || (giver === fact && telling.some((other) => other[field] === undefined))),
      ),
    );
  const retractions = corroborationsOf(fact, reading.known).flatMap((account) =>
    about(account, 'EventRetracted').filter(
      (one) => isUndated(one) && accountsWithout([one]).some(({ id }) => id === account.id),
    ),
  );
  return telling.filter(isUndated).length + corrections.length + retractions.length;
}
