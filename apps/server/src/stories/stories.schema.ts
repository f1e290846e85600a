import { storyOpened } from '#catalogue/events/stories.js';
import { Slug } from '#catalogue/values/identifiers.js';
import { Party } from '#catalogue/values/party.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import type { Board } from '#reader/board/read-board.js';
import { DEADLINE_STATES } from '#reader/items/deadline.js';
import { type Clocks, formatClocks } from '#reader/clocks/clocks.js';
import { views } from '#views/registry.js';
import { z } from 'zod';
import { RecordedBody } from '../events/recorded.schema.js';
import { ClocksBody, itemsPageBody, undatedCount } from '../query/page.js';
import { clockParameters, pageParameters, TextParameter } from '../query/parameters.js';
import { PartiesParameter, WordsParameter } from '../query/words.js';
import { haltedField } from '../views/halted.js';
import { itemBodyOf } from '../views/views.schema.js';
import { STORY_INCLUDES } from './listed-stories.js';

/** The data of `StoryOpened`, and the slug. */
export const StoryInput = z
  .strictObject({ slug: Slug, ...storyOpened.data.shape })
  .meta({ id: 'NewStory', description: 'A story to open' });

/** The story as it was opened, and its event. */
export const OpenedBody = z.strictObject({ ...StoryInput.shape, ...RecordedBody.shape }).meta({ id: 'OpenedStory' });

const StoryBody = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    summary: z.string().nullable(),
    topics: z.array(z.string()),
    parties: z.array(Party),
    status: z.enum(['open', 'closed']),
    version: z.int().meta({ description: 'How many events it has. If-Match compares it' }),
    position: z.int().meta({ description: 'The position of its latest event' }),
    changedAt: z.string().meta({ description: 'When its latest event was recorded' }),
    ...undatedCount,
  })
  .meta({ id: 'Story', description: 'A running news story' });

export const StoriesQuery = z.strictObject({
  ...clockParameters,
  ...pageParameters,
  include: WordsParameter(
    STORY_INCLUDES,
    'What else each story has: `headline` of its brief; how many open `disputes`; the nearest `deadline`. One or ' +
      'more, separated by commas. A page that takes long may then hold fewer stories than its limit, and still have ' +
      'a `next`',
  ),
  party: PartiesParameter('Stories about this party'),
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
    daysLeft: z.int().meta({ description: 'Whole days in UTC until its last day; negative once that has passed' }),
    state: z.enum(DEADLINE_STATES).meta({
      description:
        '`upcoming`: its date has not passed; `overdue`: it has, and of the plan nothing was reported; `settled`: ' +
        'the plan was carried out, replaced or dropped, or what was to expire has expired',
    }),
    event: z.string().nullable().meta({ description: 'The fact that opened the plan; null for what expires' }),
    settledBy: z.string().nullable().meta({ description: 'The fact that settled the plan' }),
    fate: z
      .enum(['open', 'due', 'fulfilled', 'superseded', 'withdrawn'])
      .nullable()
      .meta({ description: 'What became of the plan; null for what expires' }),
    ...undatedCount,
  })
  .meta({ id: 'Deadline', description: 'Something that expires or is due' });

const ListedStoryBody = StoryBody.extend({
  headline: z.string().optional().meta({
    description: 'Of its brief, as that is kept or built: with `include=headline`',
  }),
  disputes: z.int().min(0).optional().meta({
    description: 'How many open disputes its subjects have: with `include=disputes`',
  }),
  deadline: DeadlineBody.nullable().optional().meta({
    description: 'The first of the deadlines of its board; null where there is none: with `include=deadline`',
  }),
}).meta({ id: 'ListedStory', description: 'A story, with what was to be included' });

export const StoriesBody = itemsPageBody(ListedStoryBody).extend(haltedField).meta({ id: 'Stories' });

export const BoardBody = z
  .strictObject({
    story: StoryBody,
    clocks: ClocksBody,
    views: z
      .strictObject(Object.fromEntries(views.map(({ name }) => [name, z.array(itemBodyOf(name)).optional()])))
      .meta({ description: 'The items of each view; a halted view is missing' }),
    deadlines: z.array(DeadlineBody).meta({ description: 'What is still to come, the nearest first' }),
    ...haltedField,
    ...undatedCount,
  })
  .meta({ id: 'Board', description: 'The states of all subjects of a story at one point of the clocks' });

/** A board as a response body. A replay ends with the same. */
export const toBoardBody = ({ story, ...board }: Board, clocks: Clocks) => ({
  story,
  clocks: formatClocks(clocks),
  ...board,
});
