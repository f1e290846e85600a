import { agree, dayOfInstant, overlap, precisionOf, spanUntilPublished } from './dates.js';
import { anything, show, type Pattern } from './pattern.js';
import { given, type Told } from './told.js';

/**
 * Whether the order behind a state is in doubt: the fact that set a value which stands overlaps another one with another value, of a
 * different precision, or on the same date, of another type and by another publisher. `settled` are the facts folded so far, `known`
 * all facts of the subject that the record holds, whatever their dates; claims in neither.
 *
 * The words of the contract do not name every property that a fact sets. So there are three answers: certainly (two facts differ in a
 * value that the contract names), certainly not (no two facts that differ in anything overlap), and, between them, anything.
 */
export function dateUncertain(settled: readonly Told[], known: readonly Told[]): Pattern {
  const rivals = (fact: Told, touch: (a: Told, b: Told) => boolean) =>
    known.filter((other) => other !== fact && touch(fact, other) && unordered(fact, other));
  const standing = settled.flatMap((fact, i) => {
    const replaced = settled.slice(i + 1).flatMap((later) => [...values(later).map(([property]) => property), ...perhapsReplaced(later)]);
    return values(fact)
      .filter(([property]) => !replaced.includes(property))
      .map(([property, value]) => ({ fact, property, value }));
  });
  const certainly = standing.some(({ fact, property, value }) =>
    rivals(fact, surelyOverlap).some((rival) => values(rival).some(([name, other]) => name === property && differ(property, value, other))),
  );
  if (certainly) return true;
  const perhaps = settled.some((fact, i) => {
    const later = settled.slice(i + 1).filter((other) => other.type === fact.type && samePart(fact, other));
    const standingFields = Object.keys(fact.data).filter(
      (field) => field === 'leads' || later.every((other) => given(other, field) === undefined),
    );
    const contradicts = (rival: Told) =>
      later.length === 0 ? saysOtherwise(fact, rival) : standingFields.some((field) => saysOtherwiseOf(field, fact, rival));
    return rivals(fact, perhapsOverlap).some(contradicts);
  });
  return perhaps ? anything() : false;
}

const unordered = (a: Told, b: Told): boolean =>
  precisionOf(a.occurredAt) !== precisionOf(b.occurredAt) || (a.type !== b.type && a.publisher !== b.publisher);

const spanOfFact = (fact: Told) => spanUntilPublished(fact.occurredAt, fact.publishedAt);
const surelyOverlap = (a: Told, b: Told): boolean => overlap(spanOfFact(a), spanOfFact(b));
/** An instant also lies on the day that its own offset names; whether that counts here is left open. */
const perhapsOverlap = (a: Told, b: Told): boolean => surelyOverlap(a, b) || dayOfInstant(a.occurredAt, b.occurredAt);

/** Of what a fact sets, its round, its basis and its party make properties of their own. */
const samePart = (a: Told, b: Told): boolean => ['round', 'basis', 'party'].every((part) => given(a, part) === given(b, part));

const saysOtherwise = (a: Told, b: Told): boolean => a.type !== b.type || show(a.data) !== show(b.data);

/** A fact of another type that does not give the field says nothing of it; one of the same type may say that it is not known. */
const saysOtherwiseOf = (field: string, a: Told, b: Told): boolean =>
  (a.type === b.type || given(b, field) !== undefined) && show(given(a, field)) !== show(given(b, field));

/** The values that the contract plainly names and that a fact of this type sets; `null` where it sets one to "not known". */
function values(fact: Told): [property: string, value: unknown][] {
  switch (fact.type) {
    case 'TariffChanged':
      return [
        [`rate ${show(given(fact, 'basis') ?? null)}`, given(fact, 'ratePercent') ?? null],
        ['status', 'in_force'],
      ];
    case 'TariffSuspended':
      return [['status', 'suspended']];
    case 'TariffLifted':
      return [['status', 'lifted']];
    case 'TruceAgreed':
      return [['status', 'in_force'], ...valueOf(fact, 'validUntil')];
    case 'TruceExtended':
      return valueOf(fact, 'validUntil');
    case 'TruceBroken':
      return [['status', 'broken']];
    case 'TruceEnded':
      return [['status', 'ended']];
    case 'MeetingScheduled':
      return [['status', 'scheduled'], ...valueOf(fact, 'scheduledFor')];
    case 'MeetingHeld':
      return [['status', 'held']];
    case 'MeetingCancelled':
      return [['status', 'cancelled']];
    default:
      return [];
  }
}

/** Whether an extension also says that the truce is in force is left open. */
const perhapsReplaced = (fact: Told): string[] => (fact.type === 'TruceExtended' ? ['status'] : []);

const valueOf = (fact: Told, field: string): [string, unknown][] => (given(fact, field) === undefined ? [] : [[field, given(fact, field)]]);

/** Dates differ where neither lies within the other; anything known differs from the unknown. */
function differ(property: string, a: unknown, b: unknown): boolean {
  const dates = property === 'validUntil' || property === 'scheduledFor';
  return dates && typeof a === 'string' && typeof b === 'string' ? !agree(a, b) : show(a) !== show(b);
}
