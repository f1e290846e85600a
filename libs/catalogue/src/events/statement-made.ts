import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Texts } from '../values/lists.js';
import { Person } from '../values/person.js';
import { Place } from '../values/place.js';
import { Text } from '../values/text.js';
import { topicList } from '../wording/lists.js';
import { person } from '../wording/people.js';
import { inPlace } from '../wording/places.js';
import { quoted, sentence, when } from '../wording/sentence.js';

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
  description: 'Somebody said something. That it was said is the fact, whatever there is to what was said.',
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

/** "told reporters", "said", "spoke to reporters", "spoke"; "made a statement" where nothing is known of it. */
function verb({ quote, audience, topics }: z.output<typeof Statement>): string {
  if (quote !== undefined)
    return audience === undefined
      ? topics === undefined
        ? 'said'
        : 'spoke'
      : topics === undefined
        ? `told ${audience}`
        : `spoke to ${audience}`;
  const told = topics === undefined ? 'made a statement' : 'spoke';
  return audience === undefined ? told : `${told} to ${audience}`;
}
