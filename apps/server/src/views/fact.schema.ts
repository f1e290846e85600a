import { z } from 'zod';
import { Certainty } from '#catalogue/values/closed-values.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { itemsPageBody, undatedCount } from '../query/page.js';
import { haltedField } from './halted.js';

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
      .meta({ description: 'The start of the quote in the body of the article, in UTF-16 units' }),
    quoteEnd: z.int().nullable(),
    attributedTo: z.string().nullable(),
    occurredAt: ReducedDate,
    certainty: Certainty,
    unverified: z.literal(true).optional().meta({
      description:
        'Neither the quote nor the details of the article were checked: its text is missing, or does not confirm them',
    }),
    quoteDroppedIn: z
      .strictObject({ article: z.string(), revision: z.int() })
      .optional()
      .meta({ description: 'The latest later revision of the article, where it no longer has the quote' }),
  })
  .meta({ id: 'FactSource', description: 'One source’s account of a fact' });

const Remark = z.strictObject({ event: z.string(), recordedAt: z.string(), reason: z.string() });

export const FactBody = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    story: z.string(),
    position: z.int(),
    occurredAt: ReducedDate,
    reportedAt: ReducedDate.nullable().meta({ description: 'When the source of the winning account published it' }),
    recordedAt: z.string(),
    certainty: Certainty,
    sentence: z
      .string()
      .meta({ description: 'It calls what it is about by the title that this has at the point of the clocks' }),
    data: z.record(z.string(), z.unknown()),
    sources: z.array(Source).max(50).meta({
      description: 'The sources of its accounts: that of the winning account first, then the latest 49 others',
    }),
    corrected: z.array(Remark).max(50).optional().meta({ description: 'The latest 50' }),
    retracted: Remark.optional(),
    quoteDropped: z
      .literal(true)
      .optional()
      .meta({
        description:
          'A later revision of an article no longer has the quote that one of the listed sources cites. ' +
          'Revisions count ' +
          'that were filed by `recordedAsOf` and published by `reportedAsOf`. Given in timelines and lists of facts',
      }),
    counts: z
      .strictObject({ sources: z.int(), corrected: z.int() })
      .meta({ description: 'How many sources and corrections there are, listed or not' }),
    ...undatedCount,
  })
  .meta({ id: 'Fact', description: 'A fact at the requested point of the clocks' });

export const FactsBody = itemsPageBody(FactBody).meta({ id: 'Facts' });

export const SimilarBody = itemsPageBody(FactBody).extend({ halted: haltedField.halted }).meta({ id: 'SimilarFacts' });
