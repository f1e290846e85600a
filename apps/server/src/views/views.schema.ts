import { z } from 'zod';
import { clockParameters } from '../query/clocks.js';
import { pageParameters } from '../query/paging.js';
import { TextParameter } from '../query/text-parameter.js';

export const ViewBody = z
  .strictObject({
    name: z.string(),
    version: z.int().meta({ description: 'A higher one was built anew from the log' }),
    description: z.string(),
    subject: z.string().meta({ description: 'How a subject is written' }),
    schema: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema 2020-12 of a state' }),
  })
  .meta({ id: 'View', description: 'A view: what follows from the facts about one kind of subject' });
export type ViewBody = z.infer<typeof ViewBody>;

export const ViewsBody = z.strictObject({ items: z.array(ViewBody), next: z.null() }).meta({ id: 'Views' });

export const ItemQuery = z.strictObject(clockParameters);

export const ItemsQuery = z.strictObject({
  ...clockParameters,
  ...pageParameters,
  story: TextParameter.optional().meta({ description: 'Subjects that a fact of this story has touched' }),
  party: TextParameter.optional().meta({ description: 'Subjects whose state is about this party' }),
});

export const SubjectListQuery = z.strictObject({ ...clockParameters, ...pageParameters });

export const Subject = z.string().meta({ description: 'A subject of the view, for example USA>CHN:all' });
