import { describe, expect, it } from '@jest/globals';
import { date, onDate } from './dates.js';
import { list, quoted, sentence, shortList, withStop } from './sentence.js';
import { hours, ordinal, percent, withArticle } from './numbers.js';
import { person, whose } from './parties.js';
import { inPlace, placeName } from './places.js';
import { kindOf, meetingNamed, named } from './slugs.js';

describe('dates in words', () => {
  it.each([
    ['2025', '2025', 'in 2025'],
    ['0099', '99', 'in 99'],
    ['2025-08', 'August 2025', 'in August 2025'],
    ['2025-11-01', '1 November 2025', 'on 1 November 2025'],
    ['2025-10-30T08:05:00Z', '30 October 2025 at 08:05 UTC', 'on 30 October 2025 at 08:05 UTC'],
    ['2025-10-30T08:05:00.000+00:00', '30 October 2025 at 08:05 UTC', 'on 30 October 2025 at 08:05 UTC'],
    [
      '2025-10-30T17:05:30.25+09:00',
      '30 October 2025 at 17:05:30 (UTC+09:00)',
      'on 30 October 2025 at 17:05:30 (UTC+09:00)',
    ],
  ])('%s', (text, words, withPreposition) => {
    expect(date(text)).toBe(words);
    expect(onDate(text)).toBe(withPreposition);
  });

  it('leave other text as it is', () => {
    expect(date('soon')).toBe('soon');
  });
});

describe('numbers in words', () => {
  it.each([
    [1, 'first'],
    [3, 'third'],
    [9, 'ninth'],
    [10, '10th'],
    [11, '11th'],
    [13, '13th'],
    [21, '21st'],
    [22, '22nd'],
    [47, '47th'],
    [103, '103rd'],
    [112, '112th'],
  ])('%d is the %s', (value, word) => {
    expect(ordinal(value)).toBe(word);
  });

  it('have their comparators', () => {
    expect(percent(145)).toBe('145 percent');
    expect(percent(1.1, 'about')).toBe('about 1.1 percent');
    expect(percent(10_000, 'at_least')).toBe('at least 10,000 percent');
    expect(hours(1, 'more_than')).toBe('more than one hour');
    expect(hours(0.5)).toBe('0.5 hours');
    expect(hours(36, 'up_to')).toBe('up to 36 hours');
  });

  it.each([
    'a third',
    'an eighth',
    'an 8th',
    'an 11th',
    'an 18th',
    'a 10th',
    'a 110th',
    'an armistice',
    'a truce',
    'a unilateral truce',
    'a US truce',
    'an EU deal',
    'a UN treaty',
    'an IMF loan',
    'a European accord',
    'an ASEAN accord',
    'an accord',
  ])('have the article that their sound needs: %s', (words) => {
    expect(withArticle(words.replace(/^an? /, ''))).toBe(words);
  });
});

describe('lists', () => {
  it('are joined in words, each item once', () => {
    expect(list(['A'])).toBe('A');
    expect(list(['A', 'B', 'A'])).toBe('A and B');
    expect(list(['A', 'B', 'C'])).toBe('A, B and C');
  });

  it('give the number of the rest, but never "1 others"', () => {
    expect(shortList(['A', 'B', 'C'], 2)).toBe('A, B and C');
    expect(shortList(['A', 'B', 'C', 'D'], 2)).toBe('A, B and 2 others');
  });
});

describe('people and parties', () => {
  it.each([
    [{ name: 'He Lifeng' }, 'He Lifeng'],
    [{ name: 'Marco Rubio', role: 'Secretary of State' }, 'Secretary of State Marco Rubio'],
    [{ name: 'Jane Doe', role: 'spokeswoman' }, 'Jane Doe (spokeswoman)'],
    [
      { name: 'Kristalina Georgieva', role: 'Managing Director of the IMF' },
      'Kristalina Georgieva (Managing Director of the IMF)',
    ],
  ])('%j', (somebody, words) => {
    expect(person(somebody)).toBe(words);
  });

  it.each([
    ['CHN', 'China’s'],
    ['USA', 'the US'],
    ['PHL', 'the Philippines’'],
    ['G20', 'the G20'],
  ])('the possessive of %s is %s', (code, words) => {
    expect(whose(code)).toBe(words);
  });
});

describe('places', () => {
  it.each([
    [{ country: 'NLD' }, 'in the Netherlands'],
    [{ name: 'Geneva', country: 'CHE' }, 'in Geneva, Switzerland,'],
    [{ name: 'London', country: 'GBR' }, 'in London'],
    [{ name: 'Singapore', country: 'SGP' }, 'in Singapore'],
    [{ name: 'Mexico City', country: 'MEX' }, 'in Mexico City'],
    [{ name: 'White House', country: 'USA' }, 'at the White House'],
    [{ name: 'Buckingham Palace', country: 'GBR' }, 'at Buckingham Palace'],
    [{ name: 'Gimhae Airport', country: 'KOR' }, 'at Gimhae Airport in South Korea'],
    [{ name: 'South China Sea' }, 'in the South China Sea'],
    [{ name: 'Strait of Hormuz' }, 'in the Strait of Hormuz'],
    [{ name: 'the Hague', country: 'NLD' }, 'in the Hague, the Netherlands,'],
    [{ name: 'Air Force One' }, 'aboard Air Force One'],
    [{ name: 'Preah Vihear temple', country: 'KHM' }, 'at the Preah Vihear temple in Cambodia'],
    [{ name: 'Preah Vihear Temple' }, 'at Preah Vihear Temple'],
    [{ name: 'temple' }, 'at the temple'],
    [{ name: 'Poipet border crossing' }, 'at the Poipet border crossing'],
    [{ name: 'Thai–Cambodian border' }, 'on the Thai–Cambodian border'],
    [{ name: 'Foreign Ministry' }, 'at the Foreign Ministry'],
    [{ name: 'Port of Tema', country: 'GHA' }, 'at the port of Tema in Ghana'],
    [{ name: 'Lake Como', country: 'ITA' }, 'at Lake Como in Italy'],
    [{ name: 'Gimhae Air Base', country: 'KOR' }, 'at Gimhae Air Base in South Korea'],
    [{ name: 'USS Gerald R. Ford' }, 'aboard the USS Gerald R. Ford'],
    [{ name: 'coast guard ship Freyja' }, 'aboard the coast guard ship Freyja'],
    [{ name: 'frigate' }, 'aboard the frigate'],
    [{ name: 'Jeju Island', country: 'KOR' }, 'on Jeju Island in South Korea'],
    [{ name: 'Oval Office', country: 'USA' }, 'in the Oval Office'],
    [{ name: 'European Parliament' }, 'in the European Parliament'],
    [{ name: 'Christchurch', country: 'NZL' }, 'in Christchurch, New Zealand,'],
    [{ name: 'Kuala Lumpur', country: 'MYS' }, 'in Kuala Lumpur, Malaysia,'],
    [{ name: 'Demilitarised Zone' }, 'in the Demilitarised Zone'],
  ] as const)('%j', (place, words) => {
    expect(inPlace(place)).toBe(words);
    expect(placeName(place)).toBe(words.replace(/^(in|at|on|aboard) /, ''));
  });
});

describe('slugs', () => {
  it.each([
    ['us-china-trade-talks', 'the US-China trade talks', 'trade talks'],
    ['us-south-korea-talks', 'the US-South Korea talks', 'talks'],
    ['eu-mercosur-trade', 'the EU mercosur trade talks', 'mercosur trade talks'],
    ['geneva-talks', 'the geneva talks', 'talks'],
    ['us-china', 'the US-China talks', 'talks'],
    ['cote-d-ivoire-mali-dialogue-2025-03', 'the cote d ivoire Mali dialogue', 'talks'],
    ['2025-10', 'the 2025 10 talks', 'talks'],
  ])('%s', (slug, name, kind) => {
    expect(named(slug, ['talks', 'dialogue'])).toBe(name);
    expect(kindOf(slug, ['talks', 'dialogue'])).toBe(kind);
  });

  it.each([
    ['trump-xi-2025-10', 'the Trump-Xi meeting'],
    ['us-malaysia-2025-10', 'the US-Malaysia meeting'],
    ['g7-finance-ministers', 'the G7 Finance Ministers meeting'],
    ['kuala-lumpur-envoys-meeting', 'the Kuala Lumpur Envoys meeting'],
    ['trump-xi-meeting', 'the Trump-Xi meeting'],
    ['geneva-meeting', 'the Geneva meeting'],
    ['meeting-2025-10', 'the meeting'],
  ])('%s is a meeting', (slug, name) => {
    expect(meetingNamed(slug)).toBe(name);
  });
});

describe('a sentence', () => {
  it('is joined from the parts that are present', () => {
    expect(sentence('the talks', undefined, 'began', '')).toBe('The talks began.');
    expect(sentence('they met', 'in Geneva, Switzerland,')).toBe('They met in Geneva, Switzerland.');
    expect(sentence('they met', 'in Geneva, Switzerland,', 'for talks')).toBe(
      'They met in Geneva, Switzerland, for talks.',
    );
    expect(sentence('they met', 'in Geneva, Switzerland,', '(it rained)')).toBe(
      'They met in Geneva, Switzerland (it rained).',
    );
    expect(sentence('they met', 'in Geneva, Switzerland,', ': it rained')).toBe(
      'They met in Geneva, Switzerland: it rained.',
    );
  });

  it.each(['It ended.', 'Really?', 'He said: “No.”', 'and so on…', '(It ended.)'])('keeps its end: %s', (text) => {
    expect(withStop(text)).toBe(text);
  });

  it('puts words in quotation marks once', () => {
    expect(quoted('No')).toBe('“No”');
    expect(quoted('“No”')).toBe('“No”');
    expect(quoted('"No"')).toBe('"No"');
  });
});
