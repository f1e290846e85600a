import { describe, expect, it } from '@jest/globals';
import { catalogue } from '#catalogue/catalogue.js';
import { Party } from '#catalogue/values/party.js';
import { nearest } from './nearest.js';

const types = catalogue.map(({ type }) => type);

describe('the nearest word', () => {
  it.each([
    ['tariffchanged', 'TariffChanged'],
    ['tariff-changed', 'TariffChanged'],
    ['TarifChanged', 'TariffChanged'],
    ['TruceExtend', 'TruceExtended'],
    ['meeting_held', 'MeetingHeld'],
  ])('to the type %s is %s', (given, type) => expect(nearest(given, types)).toBe(type));

  it.each([
    ['usa', 'USA'],
    ['US', 'USA'],
    ['the US', 'USA'],
    ['China', 'CHN'],
    ['Chnia', 'CHN'],
    ['eu', 'EU'],
    ['South Korea', 'KOR'],
  ])('to the party %s is %s', (given, party) => expect(nearest(given, Party.options)).toBe(party));

  it.each(['', '?', 'x'.repeat(10_000), '\u{1f600}'])('exists for any text: %#', (given) =>
    expect(types).toContain(nearest(given, types)),
  );

  it('is undefined where there is no word', () => expect(nearest('anything', [])).toBeUndefined());
});
