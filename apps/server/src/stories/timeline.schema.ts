import { z } from 'zod';
import { Certainty } from '#catalogue/values/certainty.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { clockParameters, DateParameter } from '../query/clocks.js';
import { pageParameters } from '../query/paging.js';
import { TextParameter } from '../query/text-parameter.js';
import { haltedField } from '../views/halted.js';
import { itemsPageBody } from '../views/items.schema.js';

const text = TextParameter.optional();

export const TimelineQuery = z
  .strictObject({
    ...clockParameters,
    ...pageParameters,
    from: DateParameter.optional().meta({ description: 'Facts whose date begins with this one or later' }),
    type: text.meta({ description: 'Facts of this event type' }),
    party: text.meta({ description: 'Facts that name this party' }),
    person: text.meta({ description: 'Facts that name this person' }),
    publisher: text.meta({ description: 'Facts that this publisher tells' }),
    view: text.meta({ description: 'With `subject`: the facts that a subject of a view is made of' }),
    subject: text.meta({ description: 'With `view`: the subject, as the view writes it' }),
    include: z
      .string()
      .refine((value) => value === 'retracted', { error: 'must be retracted' })
      .optional()
      .meta({ enum: ['retracted'], description: 'Shows what was withdrawn, too' }),
  })
  .refine(({ view, subject }) => view === undefined || subject !== undefined, {
    error: 'is needed with a view',
    path: ['subject'],
  })
  .refine(({ view, subject }) => subject === undefined || view !== undefined, {
    error: 'is needed with a subject',
    path: ['view'],
  });

const Source = z
  .strictObject({
    event: z.string().meta({ description: 'The event that gave the account: the fact itself, or a corroboration' }),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    article: z.string().nullable(),
    headline: z.string().nullable(),
    publishedAt: ReducedDate.nullable(),
    quote: z.string().nullable(),
    quoteStart: z
      .int()
      .nullable()
      .meta({ description: 'Where the quote stands in the body of the article, in UTF-16 units' }),
    quoteEnd: z.int().nullable(),
    attributedTo: z.string().nullable(),
    occurredAt: ReducedDate,
    certainty: Certainty,
    unverified: z.literal(true).optional().meta({
      description:
        'The text of the article was not here, or does not bear it out: neither its details nor the quote were checked',
    }),
  })
  .meta({ id: 'FactSource', description: 'One source’s telling of a fact' });

const Remark = z.strictObject({ event: z.string(), recordedAt: z.string(), reason: z.string() });

export const FactBody = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    story: z.string(),
    position: z.int(),
    occurredAt: ReducedDate,
    reportedAt: ReducedDate.nullable().meta({ description: 'When the source that tells it published it' }),
    recordedAt: z.string(),
    certainty: Certainty,
    sentence: z.string(),
    data: z.record(z.string(), z.unknown()),
    sources: z
      .array(Source)
      .max(50)
      .meta({ description: 'Who tells it: the one that is believed first, and the latest 49 others' }),
    corrected: z.array(Remark).max(50).optional().meta({ description: 'The latest' }),
    retracted: Remark.optional(),
    counts: z
      .strictObject({ sources: z.int(), corrected: z.int() })
      .meta({ description: 'How many sources and corrections there are, listed or not' }),
  })
  .meta({ id: 'Fact', description: 'A fact as it stands at the point of the clocks that was asked for' });

export const FactsBody = itemsPageBody(FactBody).meta({ id: 'Facts' });

export const SimilarBody = itemsPageBody(FactBody).extend({ halted: haltedField.halted }).meta({ id: 'SimilarFacts' });
