import { z } from 'zod';
import { catalogue } from '#catalogue/catalogue.js';
import { eventInputOf } from '#catalogue/event-input.js';
import { Certainty } from '#catalogue/values/closed-values.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { discriminatedUnion } from '../openapi/schema-reference.js';
import { haltedField } from '../views/halted.js';
import { ChangeBody } from '../views/views.schema.js';

/**
 * An event as it is posted: a union of the whole catalogue by `type`. `TariffChanged` is the component
 * `TariffChangedEvent`. Only for the OpenAPI document: the catalogue itself checks posted events.
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
    position: z.int().meta({ description: 'Its position in the whole log: 1, 2, 3, … without a gap' }),
    story: z.string(),
    version: z.int().meta({ description: 'Its position in its story' }),
    recordedAt: z.string().meta({ description: 'RFC 3339, UTC, microseconds' }),
    hash: z.string().meta({ description: 'sha256, hex, of its content and of the event before it' }),
    duplicate: z.literal(true).optional().meta({ description: 'The event was stored before, with the same content' }),
  })
  .meta({ id: 'RecordedEvent', description: 'The place of an event in the log' });

export const RecordedBody = z
  .strictObject({ position: z.int().meta({ description: 'The last position' }), events: z.array(RecordedEvent) })
  .meta({ id: 'Recorded', description: 'The events that a request recorded' });
export type RecordedBody = z.infer<typeof RecordedBody>;

const Hints = z
  .strictObject({
    similar: z.array(z.string()).meta({
      description: 'Facts of the same type and subject within 7 days: the new events may be other accounts of them',
    }),
    newSubjects: z
      .array(z.strictObject({ view: z.string(), subject: z.string() }))
      .meta({ description: 'Subjects that no fact has named before: something new, or a wrong name' }),
    droppedFields: z
      .array(
        z.strictObject({
          event: z.string().meta({ description: 'The corrected event' }),
          fields: z.array(z.string()).meta({ description: 'JSON Pointers into its data' }),
        }),
      )
      .optional()
      .meta({ description: 'Fields that corrected data had and no longer have; left out where there are none' }),
    idleWithdrawals: z
      .array(z.string())
      .optional()
      .meta({
        description:
          'Pointers to the data of new withdrawals of tariff plans that settle no plan: none that is open or due ' +
          'agrees with all that they name; left out where there are none',
      }),
    undated: z
      .array(z.string())
      .optional()
      .meta({
        description:
          'Pointers to sources of new events that have no date of publication, none from their article either; ' +
          'absent: none. As of an earlier date of publication these events do not count. A correction with ' +
          '`publishedAt` gives the date',
      }),
  })
  .meta({ id: 'Hints', description: 'What an editor should check' });
export type Hints = z.infer<typeof Hints>;

const AccountParts = z.strictObject({
  occurredAt: ReducedDate,
  certainty: Certainty,
  data: z.record(z.string(), z.unknown()),
});

const CorrectedAccount = z
  .strictObject({
    event: z.string().meta({ description: 'The corrected event: a fact, or a corroboration' }),
    before: AccountParts,
    after: AccountParts,
  })
  .meta({ id: 'CorrectedAccount', description: 'An account as it stands, and as it would be with the corrections' });
export type CorrectedAccount = z.infer<typeof CorrectedAccount>;

export const RecordedHints = Hints.partial().meta({
  id: 'RecordedHints',
  description: 'What an editor should check. Without `hints=true` only `undated`, and only where there is any',
});
export type RecordedHints = z.infer<typeof RecordedHints>;

export const RecordedAnswer = RecordedBody.extend({ hints: RecordedHints.optional() }).meta({
  id: 'RecordedAnswer',
  description: 'The events that a request recorded',
});

export const DryRunBody = z
  .strictObject({
    changes: z.array(ChangeBody).meta({ description: 'How the board would change' }),
    sentences: z.array(z.string().nullable()).meta({
      description:
        'What the timeline would say of the fact of each event, in the order of the request: for an event about an ' +
        'event, of the fact that this is about. null: no account of the fact would count',
    }),
    version: z
      .int()
      .nullable()
      .meta({
        description:
          'The version that the story has, as If-Match takes it: a request with it is recorded only if nothing has ' +
          'come in between. null: the events are of several stories, or open one',
      }),
    corrections: z.array(CorrectedAccount).optional().meta({
      description: 'The accounts that the request corrects, before and after; left out where it corrects none',
    }),
    hints: Hints,
    ...haltedField,
  })
  .meta({ id: 'DryRun', description: 'What would change; nothing is stored' });
export type DryRunBody = z.infer<typeof DryRunBody>;
