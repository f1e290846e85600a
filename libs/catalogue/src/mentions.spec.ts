import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from './mentions.js';

describe('mentionsOf', () => {
  it('finds parties wherever the schema says Party', () => {
    expect(
      mentionsOf('TariffChanged', { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: 10 }),
    ).toEqual({
      parties: ['USA', 'CHN'],
      persons: [],
    });
  });

  it('finds persons at any depth, and their parties once', () => {
    const leads = [
      { party: 'CHN', person: { name: 'He Lifeng', party: 'CHN' } },
      { party: 'USA', person: { name: 'Scott Bessent' } },
    ];
    expect(mentionsOf('TalksStarted', { talks: 'x', parties: ['USA', 'CHN'], leads })).toEqual({
      parties: ['USA', 'CHN'],
      persons: ['He Lifeng', 'Scott Bessent'],
    });
  });

  it('does not take a word of a text for a party', () => {
    expect(mentionsOf('MilestoneReported', { text: 'USA' })).toEqual({ parties: [], persons: [] });
  });
});
