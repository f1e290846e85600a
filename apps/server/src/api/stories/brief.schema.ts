import { z } from 'zod';
import { clockParameters } from '../asking/clocks.js';
import { ClocksBody } from '../views/items.schema.js';

export const BriefQuery = z.strictObject(clockParameters);

const Sentence = z
  .strictObject({
    text: z.string(),
    events: z.array(z.string()).min(1).meta({ description: 'The events in which all that it names stands: facts, and events about them' }),
  })
  .meta({ id: 'Sentence', description: 'A sentence, and what it cites' });

export const sectionsField = z
  .array(z.strictObject({ title: z.string(), sentences: z.array(Sentence).min(1) }).meta({ id: 'Section' }))
  .meta({ description: 'Only where there is something to say' });

export const BriefBody = z
  .strictObject({
    headline: z.string(),
    sections: sectionsField,
    clocks: ClocksBody,
    madeFrom: z.int().min(0).meta({ description: 'The position of the log that it was made from' }),
    freshUntil: z.string().nullable().meta({ description: 'When time alone will change what it says; null: never' }),
    stale: z.boolean().meta({ description: 'Something of it has changed since it was made, and it is about to be made anew' }),
  })
  .meta({ id: 'Brief', description: 'A story told in at most 40 sentences, each with the events behind it' });
