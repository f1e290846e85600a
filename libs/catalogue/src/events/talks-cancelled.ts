import { z } from 'zod';
import { Ordinal } from '../values/numbers.js';
import { Slug } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { because, sentence } from '../wording/sentence.js';
import { roundOf } from '../wording/talks.js';
import { was } from '../wording/titles.js';
import { defineEvent } from './define-event.js';

export const talksCancelled = defineEvent({
  type: 'TalksCancelled',
  version: 1,
  description: 'Talks that were announced will not take place: the round named, or all that are announced.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    round: Ordinal.describe('Which round, as the source counts; every announced one, where it is missing').optional(),
    reason: Text.describe('Why').optional(),
  }),
  example: { talks: 'us-china-trade-talks', round: 6, reason: 'new export controls' },
  sentence: (data) => {
    const round = roundOf(data, data.round);
    return sentence(round, `${was(round)} cancelled`, because(data.reason));
  },
});
