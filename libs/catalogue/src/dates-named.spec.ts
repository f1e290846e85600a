import { describe, expect, it } from '@jest/globals';
import { periodOf } from './values/reduced-date.js';
import { datesNamed } from './dates-named.js';

describe('the dates that data name', () => {
  it.each([
    ['TariffAnnounced', 'effectiveFrom'],
    ['TariffSuspended', 'until'],
    ['TariffLifted', 'until'],
    ['RestrictionImposed', 'until'],
    ['MeetingScheduled', 'scheduledFor'],
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

  it('are none where there are none', () => {
    expect(datesNamed('TariffAnnounced', { measure: '2025' })).toBeNull();
    expect(datesNamed('MilestoneReported', { text: '2025' })).toBeNull();
    expect(datesNamed('StoryOpened', { title: '2025' })).toBeNull();
  });

  it('are not looked for in a type that there is not', () => {
    expect(() => datesNamed('Nothing', {})).toThrow(RangeError);
  });
});
