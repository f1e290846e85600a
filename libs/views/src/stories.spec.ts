import { it } from '@jest/globals';
import { fact, specOf } from '../spec/given.js';
import { stories } from './stories.js';

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

it('is closed also where the closing has the earlier date', () => {
  given([fact('StoryClosed', '2025', {}), opening]).thenIn({ title: 'US–China trade talks', status: 'closed' });
  given([fact('StoryClosed', '2025', {})]).then({
    title: null,
    summary: null,
    topics: [],
    parties: [],
    status: 'closed',
  });
});

it('is the story of the fact, and found under its parties', () => {
  given([opening, closing]).thenSubjects(['us-china-trade', 'us-china-trade']);
  given([opening]).thenParties(['USA', 'CHN']);
});

it('lets nobody differ on anything but its closing', () => {
  given([opening, closing]).thenSays({}, { status: 'closed' });
});
