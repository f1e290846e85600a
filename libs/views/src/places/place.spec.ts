import { expect, it } from '@jest/globals';
import { placeProperties, placesAgree, mergePlace, samePlace } from './place.js';

const malaysia = { country: 'MYS' } as const;
const kualaLumpur = { name: 'Kuala Lumpur', country: 'MYS' } as const;
const penang = { name: 'Penang', country: 'MYS' } as const;
const geneva = { name: 'Geneva' };

it.each([
  [malaysia, kualaLumpur, true],
  [kualaLumpur, kualaLumpur, true],
  [geneva, malaysia, true],
  [null, kualaLumpur, true],
  [undefined, undefined, true],
  [penang, kualaLumpur, false],
  [geneva, kualaLumpur, false],
  [{ country: 'CHE' } as const, kualaLumpur, false],
])('%j and %j agree: %s', (one, other, expected) => {
  expect(placesAgree(one, other)).toBe(expected);
  expect(placesAgree(other, one)).toBe(expected);
});

it.each([
  [malaysia, kualaLumpur, true],
  [{ name: 'Kuala Lumpur' }, kualaLumpur, true],
  [geneva, malaysia, false],
  [null, kualaLumpur, false],
  [penang, kualaLumpur, false],
])('%j and %j are certainly the same: %s', (one, other, expected) => {
  expect(samePlace(one, other)).toBe(expected);
});

it.each([
  [null, malaysia, malaysia],
  [malaysia, kualaLumpur, kualaLumpur],
  [kualaLumpur, malaysia, kualaLumpur],
  [kualaLumpur, { name: 'Kuala Lumpur' }, kualaLumpur],
  [kualaLumpur, penang, penang],
  [kualaLumpur, { country: 'KOR' } as const, { country: 'KOR' }],
  [malaysia, geneva, geneva],
  [kualaLumpur, undefined, kualaLumpur],
])('of %j and then %j, %j is known', (known, stated, expected) => {
  expect(mergePlace(known, stated)).toEqual(expected);
});

it('is one property, if it is stated', () => {
  expect(placeProperties(kualaLumpur)).toEqual({ place: kualaLumpur });
  expect(placeProperties(malaysia, 'round:5:')).toEqual({ 'round:5:place': malaysia });
  expect(placeProperties(undefined)).toEqual({});
});
