import { z } from 'zod';
import { PERIODS, type PeriodKind } from '#briefs/digest/period.js';
import { clockParameters } from '../query/clocks.js';
import { pageParameters } from '../query/paging.js';
import { haltedField } from '../views/halted.js';
import { ClocksBody, itemsPageBody } from '../views/items.schema.js';

export const BriefQuery = z.strictObject(clockParameters);

const Sentence = z
  .strictObject({
    text: z.string(),
    events: z
      .array(z.string())
      .min(1)
      .meta({ description: 'The events in which all that it names stands: facts, and events about them' }),
  })
  .meta({ id: 'Sentence', description: 'A sentence, and what it cites' });

const sectionsField = z
  .array(z.strictObject({ title: z.string(), sentences: z.array(Sentence).min(1) }).meta({ id: 'Section' }))
  .meta({ description: 'Only where there is something to say' });

export const BriefBody = z
  .strictObject({
    headline: z.string(),
    sections: sectionsField,
    clocks: ClocksBody,
    madeFrom: z.int().min(0).meta({ description: 'The position of the log that it was made from' }),
    freshUntil: z.string().nullable().meta({ description: 'When time alone will change what it says; null: never' }),
    stale: z
      .boolean()
      .meta({ description: 'Something of it has changed since it was made, and it is about to be made anew' }),
    ...haltedField,
  })
  .meta({ id: 'Brief', description: 'A story told in at most 40 sentences, each with the events behind it' });

export const DigestsQuery = z
  .strictObject({
    period: z
      .string()
      .refine((kind): kind is PeriodKind => (PERIODS as readonly string[]).includes(kind), {
        error: `must be one of ${PERIODS.join(', ')}`,
      })
      .optional()
      .meta({ enum: [...PERIODS], description: 'How long a period is: a day, a week from Monday, a month, in UTC' }),
    ...clockParameters,
    ...pageParameters,
  })
  .refine(({ period, cursor }) => period !== undefined || cursor !== undefined, {
    error: 'is needed',
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
  })
  .meta({ id: 'Digest', description: 'What happened in a period, what changed by it, what was corrected since' });

export const DigestsBody = itemsPageBody(DigestBody).extend(haltedField).meta({ id: 'Digests' });
