import { z } from 'zod';
import { storyOpened } from '#catalogue/events/story-opened.js';
import { Party } from '#catalogue/values/party.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Slug } from '#catalogue/values/slug.js';
import { views } from '#views/registry.js';
import { clockParameters } from '../query/clocks.js';
import { pageParameters } from '../query/paging.js';
import { TextParameter } from '../query/text-parameter.js';
import { RecordedBody } from '../events/event.schema.js';
import { haltedField } from '../views/halted.js';
import { ClocksBody, itemBodyOf, itemsPageBody } from '../views/items.schema.js';

/** What opens a story: the data of `StoryOpened`, and the slug. */
export const StoryInput = z
  .strictObject({ slug: Slug, ...storyOpened.data.shape })
  .meta({ id: 'NewStory', description: 'A story to open' });

/** The story as it was opened, and where its event stands. */
export const OpenedBody = z.strictObject({ ...StoryInput.shape, ...RecordedBody.shape }).meta({ id: 'OpenedStory' });

export const StoryBody = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    summary: z.string().nullable(),
    topics: z.array(z.string()),
    parties: z.array(Party),
    status: z.enum(['open', 'closed']),
    version: z.int().meta({ description: 'How many events it holds: what If-Match asks for' }),
    position: z.int().meta({ description: 'Of its latest event' }),
    changedAt: z.string().meta({ description: 'When its latest event was recorded' }),
  })
  .meta({ id: 'Story', description: 'A running news story' });
export type StoryBody = z.infer<typeof StoryBody>;

export const StoriesBody = itemsPageBody(StoryBody).extend(haltedField).meta({ id: 'Stories' });

export const StoriesQuery = z.strictObject({
  ...clockParameters,
  ...pageParameters,
  party: TextParameter.optional().meta({ description: 'Stories about this party' }),
  topic: TextParameter.optional().meta({ description: 'Stories under this topic' }),
});

export const BoardQuery = z.strictObject(clockParameters);

export const DeadlineBody = z
  .strictObject({
    view: z.string(),
    subject: z.string(),
    story: z.string(),
    kind: z.enum(['expires', 'due', 'scheduled']),
    date: ReducedDate,
    what: z.string(),
    daysLeft: z.int().meta({ description: 'Whole days of UTC to its last day; negative once that has passed' }),
  })
  .meta({ id: 'Deadline', description: 'What runs out or is due' });

export const BoardBody = z
  .strictObject({
    story: StoryBody,
    clocks: ClocksBody,
    views: z
      .strictObject(Object.fromEntries(views.map(({ name }) => [name, z.array(itemBodyOf(name)).optional()])))
      .meta({ description: 'The items of each view; a view that is halted is missing' }),
    deadlines: z.array(DeadlineBody).meta({ description: 'The nearest first' }),
    ...haltedField,
  })
  .meta({ id: 'Board', description: 'The states of all subjects of a story at one point of the clocks' });
