import { it } from '@jest/globals';
import { stories } from './stories.js';
import { fact, specOf } from './testing/given.js';

const { given } = specOf(stories);

const opening = fact('StoryOpened', '2025-10-26', {
  title: 'US–China trade talks',
  topics: ['trade'],
  parties: ['USA', 'CHN'],
});
const closing = fact('StoryClosed', '2025-12-01', {});

it('is open, and about what it was opened with', () => {
  given([opening]).then({
    title: 'US–China trade talks',
    summary: null,
    topics: ['trade'],
    parties: ['USA', 'CHN'],
    status: 'open',
  });
  given([fact('StoryOpened', '2025-10-26', { title: 'Border', summary: 'Clashes at the border' })]).then({
    title: 'Border',
    summary: 'Clashes at the border',
    topics: [],
    parties: [],
    status: 'open',
  });
});

it('is closed and keeps what it is about', () => {
  given([opening, closing]).thenIn({ title: 'US–China trade talks', status: 'closed' });
});

it('is closed also if the closing has the earlier date', () => {
  given([fact('StoryClosed', '2025', {}), opening]).thenIn({ title: 'US–China trade talks', status: 'closed' });
  given([fact('StoryClosed', '2025', {})]).then({
    title: null,
    summary: null,
    topics: [],
    parties: [],
    status: 'closed',
  });
});

it('has the story of the fact as its subject, and is found by its parties', () => {
  given([opening, closing]).thenSubjects(['us-china-trade', 'us-china-trade']);
  given([opening]).thenParties(['USA', 'CHN']);
});

it('lets sources differ on its closing only', () => {
  given([opening, closing]).thenSays({}, { status: 'closed' });
});
