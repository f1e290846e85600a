import { z } from 'zod';
import { type PeriodKind, PERIODS } from '#briefs/digest/digest.js';
import { ClocksBody, itemsPageBody, undatedCount } from '../query/page.js';
import { clockParameters, pageParameters } from '../query/parameters.js';
import { haltedField } from '../views/halted.js';

export const BriefQuery = z.strictObject(clockParameters);

const Sentence = z
  .strictObject({
    text: z.string(),
    events: z
      .array(z.string())
      .min(1)
      .meta({ description: 'The events that contain everything in the sentence: facts, and events about them' }),
  })
  .meta({ id: 'Sentence', description: 'A sentence, and the events that it cites' });

const sectionsField = z
  .array(z.strictObject({ title: z.string(), sentences: z.array(Sentence).min(1) }).meta({ id: 'Section' }))
  .meta({ description: 'Only sections that have a sentence' });

export const BriefBody = z
  .strictObject({
    headline: z.string(),
    sections: sectionsField,
    clocks: ClocksBody,
    madeFrom: z.int().min(0).meta({ description: 'The position of the log that it was built from' }),
    freshUntil: z.string().nullable().meta({ description: 'When time alone will change it; null: never' }),
    stale: z
      .boolean()
      .meta({ description: 'Over 500 events of the story were recorded since, and it is about to be built again' }),
    behind: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'How many events of the story were recorded since; absent: it is not stale' }),
    ...haltedField,
    ...undatedCount,
  })
  .meta({ id: 'Brief', description: 'A story in at most 40 sentences, each with the events that it cites' });

export const DigestsQuery = z
  .strictObject({
    period: z
      .string()
      .refine((kind): kind is PeriodKind => (PERIODS as readonly string[]).includes(kind), {
        error: `must be one of ${PERIODS.join(', ')}`,
      })
      .optional()
      .meta({
        enum: [...PERIODS],
        description: 'The length of a period: a day, a week from Monday, or a month, in UTC',
      }),
    ...clockParameters,
    ...pageParameters,
  })
  .refine(({ period, cursor }) => period !== undefined || cursor !== undefined, {
    error: 'is required',
    path: ['period'],
  });

const DigestBody = z
  .strictObject({
    kind: z.enum(PERIODS),
    period: z.string().meta({ description: '`2025-10-26`, `2025-W43` or `2025-10`' }),
    from: z.string().meta({ description: 'Its first day' }),
    to: z.string().meta({ description: 'Its last day' }),
    headline: z.string(),
    sections: sectionsField,
    ...undatedCount,
  })
  .meta({ id: 'Digest', description: 'The facts of a period, their changes, and later corrections' });

export const DigestsBody = itemsPageBody(DigestBody).extend(haltedField).meta({ id: 'Digests' });
