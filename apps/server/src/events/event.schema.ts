import { z } from 'zod';
import { Certainty } from '#catalogue/values/closed-values.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { itemsPageBody, undatedCount } from '../query/page.js';
import {
  clockParameters,
  DateParameter,
  pageParameters,
  PositionParameter,
  TextParameter,
} from '../query/parameters.js';
import { OrderParameter, TypesParameter } from '../query/words.js';

const StoredSource = z
  .strictObject({
    article: z.string().optional(),
    sha256: z.string().optional().meta({ description: 'Of the body of the article' }),
    url: z.string(),
    publisher: z.string(),
    publishedAt: ReducedDate.optional(),
    headline: z.string().optional(),
    quote: z.string().optional(),
    quoteStart: z
      .int()
      .optional()
      .meta({ description: 'The start of the quote in the body of the article, in UTF-16 units' }),
    quoteEnd: z.int().optional(),
    attributedTo: z.string().optional(),
    unverified: z.literal(true).optional().meta({
      description:
        'Neither the quote nor the details of the article were checked: its text is missing, or does not confirm them',
    }),
  })
  .meta({ id: 'StoredSource', description: 'A source, with the details of its article' });

const event = {
  id: z.string(),
  type: z.string(),
  schemaVersion: z.int().meta({ description: 'Of the data as they were recorded; here they have the current schema' }),
  story: z.string(),
  occurredAt: ReducedDate.optional(),
  reportedAt: ReducedDate.optional().meta({ description: 'When its source was published' }),
  certainty: Certainty.optional(),
  data: z.record(z.string(), z.unknown()),
  source: StoredSource.optional(),
  position: z.int(),
  version: z.int(),
  requestEnd: z.int().meta({ description: 'The last position of its request, whose events become known at once' }),
  recordedAt: z.string(),
  recordedBy: z.string().meta({ description: 'The name of the key that recorded it' }),
  contentHash: z.string(),
  hash: z.string(),
};

export const EventBody = z.strictObject(event).meta({ id: 'Event', description: 'An event as the log has it' });
export type EventBody = z.infer<typeof EventBody>;

export const EventsBody = itemsPageBody(EventBody).meta({ id: 'Events' });

const Account = z
  .strictObject({
    event: z.string().meta({ description: 'The event of the account: this one, or a corroboration' }),
    publisher: z.string().nullable(),
    occurredAt: ReducedDate,
    certainty: Certainty,
    data: z.record(z.string(), z.unknown()),
    corrected: z.boolean(),
    source: StoredSource.nullable(),
  })
  .meta({ id: 'Account', description: 'The account of one source, with its corrections applied' });

const metaEventFields = {
  event: z.string(),
  target: z.string().meta({ description: 'The account: the fact itself, or a corroboration' }),
  recordedAt: z.string(),
  reason: z.string(),
  source: StoredSource.nullable(),
};

const CorrectionMade = z
  .strictObject({
    ...metaEventFields,
    occurredAt: ReducedDate.optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    certainty: Certainty.optional(),
    publishedAt: ReducedDate.optional().meta({
      description: 'When the source of the account was really published. It counts on every date of publication',
    }),
  })
  .meta({
    id: 'CorrectionMade',
    description: 'A correction: each of its fields replaced the whole of that field',
  });

const RetractionMade = z
  .strictObject(metaEventFields)
  .meta({ id: 'RetractionMade', description: 'A retraction of a fact, or of one account of it' });

export const EventDetailBody = z
  .strictObject({
    ...event,
    sentence: z.string().nullable().meta({
      description: 'Its fact in words, from the accounts that count; null where no account had been published',
    }),
    previousHash: z.string().nullable().meta({ description: 'The hash of the event before it; null for the first' }),
    stands: z.boolean().meta({ description: 'false: the event, or its fact, has been retracted' }),
    accounts: z.array(Account).max(50).meta({
      description:
        'The accounts of the fact: the winning one first, then the latest 49 others; none where it was retracted',
    }),
    corrections: z
      .array(CorrectionMade)
      .max(50)
      .meta({ description: 'The latest of the fact and its accounts; for a corroboration, only of its account' }),
    retractions: z
      .array(RetractionMade)
      .max(50)
      .meta({ description: 'The latest of the fact and its accounts; for a corroboration, only of its account' }),
    counts: z
      .strictObject({ accounts: z.int(), corrections: z.int(), retractions: z.int() })
      .meta({ description: 'How many there are, listed or not' }),
    ...undatedCount,
  })
  .meta({ id: 'EventDetail', description: 'An event, with later accounts, corrections and retractions' });
export type EventDetailBody = z.infer<typeof EventDetailBody>;

const { reportedAsOf, undated, recordedAsOf, minPosition } = clockParameters;

export const EventQuery = z.strictObject({ reportedAsOf, undated, recordedAsOf, minPosition });

export const SimilarQuery = z.strictObject(clockParameters);

/** The list of the log has only the clock of the record. */
export const EventsQuery = z
  .strictObject({
    recordedAsOf,
    minPosition,
    ...pageParameters,
    after: PositionParameter.optional().meta({
      type: 'integer',
      minimum: 0,
      description: 'Events after this position',
    }),
    from: DateParameter.optional().meta({ description: 'Events recorded from the beginning of this date on' }),
    to: DateParameter.optional().meta({ description: 'Events recorded by the end of this date' }),
    story: TextParameter.optional().meta({ description: 'Events of this story' }),
    type: TypesParameter('Events of this type'),
    order: OrderParameter('asc', '`asc` is the order of the log, `desc` is backwards'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from.period.from < to.period.to, {
    error: 'comes after to',
    path: ['from'],
  });
