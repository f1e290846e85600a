import { z } from 'zod';
import { Parties } from '../values/lists.js';
import { Text } from '../values/text.js';
import { withStop } from '../wording/sentence.js';
import { defineEvent } from './define-event.js';

export const milestoneReported = defineEvent({
  type: 'MilestoneReported',
  version: 1,
  description: 'Something that fits no other type, in the editor’s own words.',
  data: z.strictObject({
    text: Text.describe('The sentence, as the timeline shows it'),
    parties: Parties.describe('Whom it concerns').optional(),
  }),
  example: { text: 'Donald Trump became the third US president to visit Malaysia.', parties: ['USA', 'MYS'] },
  sentence: (data) => withStop(data.text),
});
