import { spanUntilPublished, type Span } from './dates.js';
import { isPublished, type Point } from './knowledge.js';
import { isAbout, type Fields, type Told, type ToldAbout, type ToldFact } from './told.js';

/** What one publisher tells of a fact. */
export interface Account extends Fields {
  /** The event that brought it: the fact's own or a corroboration. */
  id: string;
  publisher: string;
  attributedTo?: string | undefined;
  /** What its date names, no later than its publication. */
  span: Span;
}

/**
 * The accounts of a fact that stand at the point, in the order in which they were recorded; none where the fact is
 * withdrawn.
 */
export function accountsOf(fact: ToldFact, known: readonly Told[], point: Point): Account[] {
  if (isRetracted(fact, known, point)) return [];
  const own = asCorrected(fact, { ...fact, datedBy: fact.publishedAt }, known, point);
  const further = about(fact, 'EventCorroborated', known)
    .filter((event) => !isRetracted(event, known, point))
    .map((event) => ({
      event,
      telling: asCorrected(event, { ...inherited(own, event), ...gives(event) }, known, point),
    }));
  const accounts = [{ event: fact, telling: own }, ...further]
    .filter(({ event }) => isPublished(event, point))
    .map(({ event: { id, publisher = '', attributedTo }, telling: { datedBy, ...fields } }) => ({
      ...{ id, publisher, attributedTo, occurredAt: fields.occurredAt, certainty: fields.certainty, data: fields.data },
      span: spanUntilPublished(fields.occurredAt, datedBy),
    }));
  return oneOfEachPublisher(accounts);
}

/** What an account says, and the publication of the source that its date is from. */
interface Telling extends Fields {
  datedBy: string | undefined;
}

function inherited({ occurredAt, certainty, data }: Telling, { publishedAt }: ToldAbout): Telling {
  return { occurredAt, data, certainty: certainty === 'claimed' ? 'claimed' : 'reported', datedBy: publishedAt };
}

/**
 * The account with its corrections. A correction without a source mends, of each field that it gives, what stood there
 * when it was recorded: what the account itself had said, or the last correction with a source before it that gave the
 * field. It counts where that counts.
 */
function asCorrected(event: Told, telling: Telling, known: readonly Told[], point: Point): Telling {
  const own = { publishedAt: event.publishedAt, counts: true };
  const mended = { occurredAt: own, certainty: own, data: own };
  return about(event, 'EventCorrected', known).reduce((before, correction) => {
    const after = { ...before, ...gives(correction) };
    for (const field of FIELDS.filter((name) => correction[name] !== undefined)) {
      if (correction.publisher !== undefined) {
        mended[field] = { publishedAt: correction.publishedAt, counts: isPublished(correction, point) };
      }
      if (!mended[field].counts) Object.assign(after, { [field]: before[field] });
      else if (field === 'occurredAt') after.datedBy = mended[field].publishedAt;
    }
    return after;
  }, telling);
}

const FIELDS = ['occurredAt', 'certainty', 'data'] as const;

/** The fields that an event about an event gives. */
const gives = ({ occurredAt, certainty, data }: ToldAbout): Partial<Fields> => ({
  ...(occurredAt === undefined ? {} : { occurredAt }),
  ...(certainty === undefined ? {} : { certainty }),
  ...(data === undefined ? {} : { data }),
});

const isRetracted = (event: Told, known: readonly Told[], point: Point): boolean =>
  about(event, 'EventRetracted', known).some((retraction) => isPublished(retraction, point));

const about = ({ id }: Told, type: ToldAbout['type'], known: readonly Told[]): ToldAbout[] =>
  known
    .filter(isAbout)
    .filter((event) => event.type === type && event.target === id)
    .sort((a, b) => a.position - b.position);

/** The last account of each publisher, where its first stood. */
function oneOfEachPublisher(accounts: readonly Account[]): Account[] {
  const publishers = [...new Set(accounts.map((account) => account.publisher))];
  return publishers.flatMap((publisher) => accounts.filter((account) => account.publisher === publisher).slice(-1));
}
