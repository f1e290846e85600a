import { describe, expect, it } from '@jest/globals';
import { sentenceOf } from '../catalogue.js';
import { clauseOf } from './sentence.js';

const trump = { name: 'Donald Trump', role: 'President', party: 'USA' };
const clause = (type: string, data: object): string | null =>
  clauseOf(sentenceOf(type, data, { occurredAt: '2025', certainty: 'reported' }), data);

describe('a sentence after a comma', () => {
  it.each<[string, object, string | null]>([
    [
      'TariffChanged',
      { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: 145 },
      'the US set its tariffs on China at 145 percent.',
    ],
    [
      'TariffChanged',
      { imposedBy: 'CHN', appliesTo: 'USA', measure: 'all', ratePercent: 84 },
      'China set its tariffs on the US at 84 percent.',
    ],
    [
      'TalksStarted',
      { talks: 'us-china-trade-talks', parties: ['USA', 'CHN'] },
      'trade talks between the US and China began.',
    ],
    ['TalksStarted', { talks: 'geneva-process', parties: ['IRN'] }, 'talks involving Iran began.'],
    ['HostilitiesReported', { parties: ['KHM', 'THA'] }, 'hostilities between Cambodia and Thailand were reported.'],
    [
      'DealProgressReported',
      { deal: 'a-deal', parties: ['KHM', 'THA'], status: 'stalled' },
      'work on a deal between Cambodia and Thailand stalled.',
    ],
    ['StatementMade', { speaker: trump, quote: 'yes' }, 'President Donald Trump said: “yes”.'],
    [
      'StatementMade',
      { speaker: { name: 'the spokesman', role: 'Spokesman, foreign ministry' } },
      'the spokesman (Spokesman, foreign ministry) made a statement.',
    ],
    ['MilestoneReported', { text: 'Shots were fired.' }, null],
    ['MilestoneReported', { text: 'China fired shots.', parties: ['CHN'] }, 'China fired shots.'],
  ])('%s %j', (type, data, expected) => expect(clause(type, data)).toBe(expected));
});
