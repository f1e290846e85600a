import { describe, expect, it } from '@jest/globals';
import { countries } from './countries.js';
import { Country, Party, partyLabel, partyName } from './party.js';

describe('parties', () => {
  it('are the 249 countries of ISO 3166-1 and eight blocs', () => {
    expect(Object.keys(countries)).toHaveLength(249);
    expect(Object.keys(countries).every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
    expect(Party.options).toHaveLength(257);
    expect(Country.options).toHaveLength(249);
  });

  it('have distinct names, and are sorted by code', () => {
    expect(new Set(Object.values(countries)).size).toBe(249);
    expect(Object.keys(countries)).toEqual(Object.keys(countries).sort());
  });

  it.each([
    ['USA', 'the US', 'US'],
    ['GBR', 'the UK', 'UK'],
    ['ARE', 'the UAE', 'UAE'],
    ['CHN', 'China', 'China'],
    ['KOR', 'South Korea', 'South Korea'],
    ['PRK', 'North Korea', 'North Korea'],
    ['PHL', 'the Philippines', 'Philippines'],
    ['NLD', 'the Netherlands', 'Netherlands'],
    ['COD', 'the Democratic Republic of the Congo', 'Democratic Republic of the Congo'],
    ['TWN', 'Taiwan', 'Taiwan'],
    ['EU', 'the EU', 'EU'],
    ['ASEAN', 'ASEAN', 'ASEAN'],
    ['WORLD', 'the world', 'World'],
  ])('%s is %s, in a heading %s', (code, name, label) => {
    expect(partyName(code)).toBe(name);
    expect(partyLabel(code)).toBe(label);
  });

  it('return an unknown code as it is', () => {
    expect(partyName('XXX')).toBe('XXX');
    expect(partyName('toString')).toBe('toString');
  });
});
