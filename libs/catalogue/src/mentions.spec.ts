import { describe, expect, it } from '@jest/globals';
import { datesNamed, mentionsOf } from './mentions.js';
import { periodOf } from './values/reduced-date.js';

describe('the dates in data', () => {
  it.each([
    ['TariffAnnounced', 'effectiveFrom'],
    ['TariffSuspended', 'until'],
    ['TariffLifted', 'until'],
    ['RestrictionImposed', 'until'],
    ['MeetingScheduled', 'scheduledFor'],
    ['TariffPlanWithdrawn', 'effectiveFrom'],
    ['VisitPlanned', 'scheduledFor'],
    ['VisitCancelled', 'scheduledFor'],
    ['TalksAnnounced', 'scheduledFor'],
    ['TruceAgreed', 'validUntil'],
    ['TruceExtended', 'validUntil'],
    ['SummitOpened', 'until'],
  ])('are found in %s: %s', (type, field) => {
    for (const date of ['2025', '2025-11', '2025-11-10', '2025-11-10T12:00:00Z']) {
      const { from, to } = periodOf(date);
      expect(datesNamed(type, { [field]: date, measure: '2024' })).toEqual({ from, to });
    }
  });

  it('are null if the data hold none', () => {
    expect(datesNamed('TariffAnnounced', { measure: '2025' })).toBeNull();
    expect(datesNamed('MilestoneReported', { text: '2025' })).toBeNull();
    expect(datesNamed('StoryOpened', { title: '2025' })).toBeNull();
  });

  it('throw for an unknown type', () => {
    expect(() => datesNamed('Nothing', {})).toThrow(RangeError);
  });
});

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

  it('does not take a word in a text for a party', () => {
    expect(mentionsOf('MilestoneReported', { text: 'USA' })).toEqual({ parties: [], persons: [] });
  });
});
