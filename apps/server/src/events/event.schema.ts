import { z } from 'zod';
import { eventInputOf } from '#catalogue/event-input.js';
import { catalogue } from '#catalogue/catalogue.js';
import { Certainty } from '#catalogue/values/certainty.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { discriminatedUnion } from '../openapi/discriminated-union.js';
import { haltedField } from '../views/halted.js';
import { ChangeBody, itemsPageBody } from '../views/items.schema.js';

/**
 * An event as it is posted: the whole catalogue, told apart by `type`. `TariffChanged` is the component
 * `TariffChangedEvent`. For the document: what comes in is checked by the catalogue itself.
 */
export const NewEventInput = discriminatedUnion(
  'type',
  catalogue.map(({ type }) => ({
    value: type,
    name: `${type}Event`,
    schema: eventInputOf(type).meta({ id: `${type}Event` }),
  })),
  { id: 'NewEvent', description: 'An event of the catalogue' },
);

export const EventsInput = z
  .union([NewEventInput, z.array(NewEventInput).min(1).max(1000)])
  .meta({ description: 'One event, or a batch: all or nothing' });

const RecordedEvent = z
  .strictObject({
    id: z.string(),
    position: z.int().meta({ description: 'Its place in the whole log: 1, 2, 3, … without a gap' }),
    story: z.string(),
    version: z.int().meta({ description: 'Its place in its story' }),
    recordedAt: z.string().meta({ description: 'RFC 3339, UTC, microseconds' }),
    hash: z.string().meta({ description: 'sha256, hex: of its content and of the event before it' }),
    duplicate: z.literal(true).optional().meta({ description: 'It was stored before, with the same content' }),
  })
  .meta({ id: 'RecordedEvent', description: 'Where an event stands' });

export const RecordedBody = z
  .strictObject({ position: z.int().meta({ description: 'The last position' }), events: z.array(RecordedEvent) })
  .meta({ id: 'Recorded', description: 'What a request recorded' });
export type RecordedBody = z.infer<typeof RecordedBody>;

const Hints = z
  .strictObject({
    similar: z.array(z.string()).meta({
      description: 'Facts that these might be other accounts of: of the same type and subject, within 7 days',
    }),
    newSubjects: z
      .array(z.strictObject({ view: z.string(), subject: z.string() }))
      .meta({ description: 'Subjects that nothing had named before: a new thing, or a slip in its name' }),
  })
  .meta({ id: 'Hints', description: 'What to look at twice' });
export type Hints = z.infer<typeof Hints>;

export const RecordedAnswer = RecordedBody.extend({ hints: Hints.optional() }).meta({
  id: 'RecordedAnswer',
  description: 'What a request recorded',
});

export const DryRunBody = z
  .strictObject({
    changes: z.array(ChangeBody).meta({ description: 'What would become of the board' }),
    hints: Hints,
    ...haltedField,
  })
  .meta({ id: 'DryRun', description: 'What would follow: nothing is stored' });
export type DryRunBody = z.infer<typeof DryRunBody>;

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
      .meta({ description: 'Where the quote stands in the body of the article, in UTF-16 units' }),
    quoteEnd: z.int().optional(),
    attributedTo: z.string().optional(),
    unverified: z.literal(true).optional().meta({
      description:
        'The text of the article was not here, or does not bear it out: neither its details nor the quote were checked',
    }),
  })
  .meta({ id: 'StoredSource', description: 'Where it was read, with what its article gave' });

const event = {
  id: z.string(),
  type: z.string(),
  schemaVersion: z.int().meta({ description: 'Of the data as they were recorded; told here by the current schema' }),
  story: z.string(),
  occurredAt: ReducedDate.optional(),
  reportedAt: ReducedDate.optional().meta({ description: 'The publication of its source' }),
  certainty: Certainty.optional(),
  data: z.record(z.string(), z.unknown()),
  source: StoredSource.optional(),
  position: z.int(),
  version: z.int(),
  requestEnd: z
    .int()
    .meta({ description: 'The last position of its request: what one request records becomes known at once' }),
  recordedAt: z.string(),
  recordedBy: z.string().meta({ description: 'The name of the key that recorded it' }),
  contentHash: z.string(),
  hash: z.string(),
};

export const EventBody = z.strictObject(event).meta({ id: 'Event', description: 'An event as the log holds it' });
export type EventBody = z.infer<typeof EventBody>;

export const EventsBody = itemsPageBody(EventBody).meta({ id: 'Events' });

const Account = z
  .strictObject({
    event: z.string().meta({ description: 'The event that gave it: this one, or a corroboration' }),
    publisher: z.string().nullable(),
    occurredAt: ReducedDate,
    certainty: Certainty,
    data: z.record(z.string(), z.unknown()),
    corrected: z.boolean(),
    source: StoredSource.nullable(),
  })
  .meta({ id: 'Account', description: 'One source’s telling, with what was corrected' });

const remark = {
  event: z.string(),
  target: z.string().meta({ description: 'The account: the fact itself, or the corroboration that gave it' }),
  recordedAt: z.string(),
  reason: z.string(),
  source: StoredSource.nullable(),
};

const CorrectionMade = z
  .strictObject({
    ...remark,
    occurredAt: ReducedDate.optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    certainty: Certainty.optional(),
  })
  .meta({
    id: 'CorrectionMade',
    description: 'A correction: each field that it gives took the place of the whole of that field',
  });

const RetractionMade = z
  .strictObject(remark)
  .meta({ id: 'RetractionMade', description: 'A retraction of a fact, or of one account of it' });

export const EventDetailBody = z
  .strictObject({
    ...event,
    stands: z.boolean().meta({ description: 'Whether it, or the fact that it is about, has not been retracted' }),
    accounts: z.array(Account).max(50).meta({
      description:
        'Who tells it: the one that is believed first, and the latest 49 others; none where it does not stand',
    }),
    corrections: z
      .array(CorrectionMade)
      .max(50)
      .meta({ description: 'The latest of the fact and its accounts; of a corroboration, of its account' }),
    retractions: z.array(RetractionMade).max(50).meta({ description: 'The latest, as with corrections' }),
    counts: z
      .strictObject({ accounts: z.int(), corrections: z.int(), retractions: z.int() })
      .meta({ description: 'How many there are, listed or not' }),
  })
  .meta({ id: 'EventDetail', description: 'An event, and what was said about it since' });
export type EventDetailBody = z.infer<typeof EventDetailBody>;
