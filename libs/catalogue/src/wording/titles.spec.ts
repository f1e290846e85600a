import { describe, expect, it } from '@jest/globals';
import { isPluralPhrase, namesParty, newTitled, titled, titledOf } from './titles.js';

describe('a title in a sentence', () => {
  it.each([
    ['General Border Committee talks', 'the General Border Committee talks', 'the General Border Committee talks'],
    ['the Alaska summit', 'the Alaska summit', 'the Alaska summit'],
    ['The Hague process', 'the Hague process', 'the Hague process'],
    ['Border talks', 'the border talks', 'border talks'],
    ['border pact', 'the border pact', 'a border pact'],
    ['Import ban on scallops', 'the import ban on scallops', 'an import ban on scallops'],
    ['Trade talks with Norway', 'the trade talks with Norway', 'trade talks with Norway'],
    ['Peace Accord', 'the Peace Accord', 'the Peace Accord'],
    ['Ministers’ talks', 'the ministers’ talks', 'ministers’ talks'],
    ['China’s export ban', 'China’s export ban', 'China’s export ban'],
    ['South Korea’s import quota', 'South Korea’s import quota', 'South Korea’s import quota'],
    ['Operation Atalanta', 'Operation Atalanta', 'Operation Atalanta'],
    ['Project Prometheus deal', 'the Project Prometheus deal', 'the Project Prometheus deal'],
    ['Minsk II', 'Minsk II', 'Minsk II'],
    ['Resolution 2803', 'Resolution 2803', 'Resolution 2803'],
    ['G20', 'the G20', 'the G20'],
  ])('%s', (title, known, first) => {
    expect(titled(title)).toBe(known);
    expect(newTitled(title)).toBe(first);
  });

  it('follows its owner, unless it has one', () => {
    expect(titledOf('their', 'Tariff truce')).toBe('their tariff truce');
    expect(titledOf('its', 'China’s export ban')).toBe('China’s export ban');
  });

  it.each([
    ['the border talks', true],
    ['economic sanctions on Syria', true],
    ['port fees', true],
    ['the fifth round of the border talks', false],
    ['the peace process', false],
    ['a deal on cars', false],
    ['trade talks between the US and China', true],
    ['the cessation of hostilities', false],
    ['the crisis dialogue', false],
  ])('%s: plural %s', (phrase, plural) => {
    expect(isPluralPhrase(phrase)).toBe(plural);
  });

  it.each([
    ['Thai–Cambodian border talks', 'THA', true],
    ['Thai–Cambodian border talks', 'KHM', true],
    ['US-China trade talks', 'USA', true],
    ['American sanctions', 'USA', true],
    ['Russia talks', 'USA', false],
    ['South Korean quota', 'KOR', true],
    ['British quota', 'GBR', true],
    ['Norwegian quota', 'ISL', false],
  ] as const)('%s names %s: %s', (title, party, names) => {
    expect(namesParty(title, party)).toBe(names);
  });
});
