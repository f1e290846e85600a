import { endOf, spanUntilPublished, type Span } from './dates.js';
import { isPublished, isUndated, type Knowledge, type Point } from './knowledge.js';
import type { Data, Fields, RecordedEvent, RecordedFact, RecordedMetaEvent } from './recorded.js';

/** One publisher's account of a fact. */
export interface Account extends Fields {
  /** The event that gave it: the fact's own event or a corroboration. */
  id: string;
  publisher: string;
  attributedTo?: string | undefined;
  publishedAt?: string | undefined;
  /** What its date names, no later than its publication. */
  span: Span;
}

/** The accounts of a fact at the point, in the order in which they were recorded; none where the fact is withdrawn. */
export function accountsOf(fact: RecordedFact, known: Knowledge): Account[] {
  if (isRetracted(fact, known)) return [];
  const accounts = standing(fact, known)
    .filter(({ event }) => !isRetracted(event, known))
    .map(
      ({
        event: { id, publisher = '', attributedTo, publishedAt },
        fields: { occurredAt, certainty, data },
        span,
      }) => ({
        ...{ id, publisher, attributedTo, publishedAt, occurredAt, certainty, data: withDefaults(fact.type, data) },
        span,
      }),
    );
  return oneOfEachPublisher(accounts);
}

/** Data as they are recorded. */
const withDefaults = (type: string, data: Data): Data =>
  type.startsWith('Tariff') ? { ...data, measure: data['measure'] ?? 'all' } : data;

/** An event that gives an account, and the account with its corrections. */
interface Standing {
  event: RecordedEvent;
  fields: DatedFields;
  span: Span;
}

/** The accounts that count at the point, whether or not others replace them or they are retracted. */
export function standing(fact: RecordedFact, known: Knowledge): Standing[] {
  const given = { ...fact, datedBy: fact.publishedAt };
  const own = standingOf(fact, given, known);
  // What others inherit of an account that does not count has no correction that counts only where the account does.
  const passedOn = counts(own, known.point) ? own.fields : asCorrected(fact, given, known, false);
  const further = corroborationsOf(fact, known).map((event) =>
    standingOf(event, { ...inherited(passedOn, event), ...gives(event) }, known),
  );
  return [own, ...further].filter((one) => counts(one, known.point));
}

/** An account as it is if it counts. */
function standingOf(event: RecordedEvent, given: DatedFields, known: Knowledge): Standing {
  const fields = asCorrected(event, given, known, true);
  return { event, fields, span: spanUntilPublished(fields.occurredAt, fields.datedBy) };
}

/** Once it is published. One of which nobody knows when counts, where that is asked, from the end of its period. */
function counts({ event, span }: Standing, point: Point): boolean {
  const { reportedAsOf, undated } = point;
  if (isPublished(event, point) || reportedAsOf === undefined) return true;
  return undated === 'include' && isUndated(event) && span.last <= endOf(reportedAsOf);
}

/** The fields of an account, and the publication of the source that its date is from. */
interface DatedFields extends Fields {
  datedBy: string | undefined;
}

function inherited({ occurredAt, certainty, data }: DatedFields, { publishedAt }: RecordedMetaEvent): DatedFields {
  return { occurredAt, data, certainty: certainty === 'claimed' ? 'claimed' : 'reported', datedBy: publishedAt };
}

/**
 * The fields of an account after its corrections. A correction without a source mends the value of each field that was
 * current when it was recorded: the account's own, or that of the last correction with a source that gave the field. It
 * counts whenever that one counts.
 *
 * @param counting whether the account counts: where that is asked, a correction without a date then does, too
 */
function asCorrected(event: RecordedEvent, fields: DatedFields, known: Knowledge, counting: boolean): DatedFields {
  const own = { publishedAt: event.publishedAt, counts: true };
  const mended = { occurredAt: own, certainty: own, data: own };
  const includes = (correction: RecordedMetaEvent): boolean =>
    isPublished(correction, known.point) || (known.point.undated === 'include' && isUndated(correction) && counting);
  return known.about(event, 'EventCorrected').reduce((before, correction) => {
    const after = { ...before, ...gives(correction) };
    for (const field of FIELDS.filter((name) => correction[name] !== undefined)) {
      if (correction.publisher !== undefined) {
        mended[field] = { publishedAt: correction.publishedAt, counts: includes(correction) };
      }
      if (!mended[field].counts) Object.assign(after, { [field]: before[field] });
      else if (field === 'occurredAt') after.datedBy = mended[field].publishedAt;
    }
    return after;
  }, fields);
}

export const FIELDS = ['occurredAt', 'certainty', 'data'] as const;

/** The fields that a meta event gives. */
const gives = ({ occurredAt, certainty, data }: RecordedMetaEvent): Partial<Fields> => ({
  ...(occurredAt === undefined ? {} : { occurredAt }),
  ...(certainty === undefined ? {} : { certainty }),
  ...(data === undefined ? {} : { data }),
});

/**
 * The corrections that count for some field at the point, of the accounts that count and of what these inherit, in the
 * order of the log. A date of publication counts in any case. Whether an account is replaced or withdrawn makes no
 * difference: what was corrected was corrected.
 */
export function correctionsOf(fact: RecordedFact, known: Knowledge): RecordedMetaEvent[] {
  const counting = standing(fact, known);
  const others = counting.filter(({ event }) => event !== fact);
  const isInherited = (correction: RecordedMetaEvent): boolean =>
    FIELDS.some((field) => correction[field] !== undefined && others.some(({ event }) => event[field] === undefined));
  return [fact, ...corroborationsOf(fact, known)]
    .flatMap((event) => {
      const counts = counting.some((one) => one.event === event);
      return known
        .about(event, 'EventCorrected')
        .filter((correction) => counts || (event === fact && isInherited(correction)))
        .filter((correction) => {
          const given = FIELDS.filter((field) => correction[field] !== undefined);
          return (
            correction.correctedPublication !== undefined ||
            given.some((field) => correctsAt(correction, field, event, known, counts))
          );
        });
    })
    .sort((a, b) => a.position - b.position);
}

/** Whether a correction counts for a field: once its source is published or, without one, where that counts which it mends. */
function correctsAt(
  correction: RecordedMetaEvent,
  field: (typeof FIELDS)[number],
  event: RecordedEvent,
  known: Knowledge,
  counting: boolean,
): boolean {
  const mended = known
    .about(event, 'EventCorrected')
    .findLast((one) => one.position <= correction.position && one.publisher !== undefined && one[field] !== undefined);
  return (
    mended === undefined ||
    isPublished(mended, known.point) ||
    (known.point.undated === 'include' && isUndated(mended) && counting)
  );
}

const isRetracted = (event: RecordedEvent, known: Knowledge): boolean => retractionsOf(event, known).length > 0;

/** The retractions of an event that count at the point. One without a date counts, where that is asked, in any case. */
export const retractionsOf = (event: RecordedEvent, known: Knowledge): RecordedMetaEvent[] =>
  known
    .about(event, 'EventRetracted')
    .filter(
      (retraction) =>
        isPublished(retraction, known.point) || (known.point.undated === 'include' && isUndated(retraction)),
    );

export const corroborationsOf = (fact: RecordedFact, known: Knowledge): readonly RecordedMetaEvent[] =>
  known.about(fact, 'EventCorroborated');

/** The last account of each publisher, in the place of its first. */
function oneOfEachPublisher(accounts: readonly Account[]): Account[] {
  const publishers = [...new Set(accounts.map((account) => account.publisher))];
  return publishers.flatMap((publisher) => accounts.filter((account) => account.publisher === publisher).slice(-1));
}
