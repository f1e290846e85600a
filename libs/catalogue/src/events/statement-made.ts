import { z } from 'zod';
import { Texts } from '../values/lists.js';
import { Person } from '../values/person.js';
import { Place } from '../values/place.js';
import { Text } from '../values/text.js';
import { quoted, sentence, topicList, when } from '../wording/sentence.js';
import { person } from '../wording/parties.js';
import { inPlace } from '../wording/places.js';
import { defineEvent } from './define-event.js';

const Statement = z.strictObject({
  speaker: Person.describe('Who said it'),
  quote: Text.describe('The words, as they were spoken').optional(),
  topics: Texts.describe('What about').optional(),
  audience: Text.describe('To whom').optional(),
  place: Place.describe('Where').optional(),
});

export const statementMade = defineEvent({
  type: 'StatementMade',
  version: 1,
  description: 'Somebody said something. The fact is that it was said, whether or not it is true.',
  data: Statement,
  example: {
    speaker: { name: 'Donald Trump', role: 'President', party: 'USA' },
    quote: 'a lot of things to discuss',
    audience: 'reporters',
    place: { name: 'Air Force One' },
  },
  sentence: (data) =>
    sentence(
      person(data.speaker),
      verb(data),
      when(data.place, inPlace),
      when(data.topics, (topics) => `about ${topicList(topics)}`),
      when(data.quote, (quote) => `: ${quoted(quote)}`),
    ),
});

/** "told reporters", "said", "spoke to reporters", "spoke"; "made a statement" if nothing else is known. */
function verb({ quote, audience, topics }: z.output<typeof Statement>): string {
  if (quote !== undefined)
    return audience === undefined
      ? topics === undefined
        ? 'said'
        : 'spoke'
      : topics === undefined
        ? `told ${audience}`
        : `spoke to ${audience}`;
  const spoke = topics === undefined ? 'made a statement' : 'spoke';
  return audience === undefined ? spoke : `${spoke} to ${audience}`;
}
