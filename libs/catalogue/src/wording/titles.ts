import { partyLabel } from '../values/party.js';
import { withArticle } from './numbers.js';

/** Words with which a title may begin: before a word without a capital, they have none in a sentence. */
const COMMON_WORDS = [
  ...['Agreement', 'Accord', 'Treaty', 'Memorandum', 'Framework', 'Pact', 'Truce', 'Ceasefire', 'Armistice', 'Peace'],
  ...['Talks', 'Negotiations', 'Meeting', 'Summit', 'Visit', 'Tour', 'Trade', 'Tariff', 'Export', 'Import', 'Border'],
  ...['Free', 'Joint', 'Security', 'Defence', 'Defense', 'Nuclear', 'Arms', 'Grain', 'Energy', 'Oil', 'Gas', 'Steel'],
  ...['Prisoner', 'Hostage', 'Fighter', 'Aircraft', 'Purchase', 'Interim', 'Bilateral', 'Trilateral', 'Multilateral'],
  ...['Technical', 'Military', 'Economic', 'Financial', 'Emergency', 'Special', 'General', 'Regional', 'State'],
  ...['Official', 'Working', 'First', 'Second', 'Third', 'Annual', 'Sanctions', 'Licence', 'Licensing', 'Quota'],
  ...['Rescue', 'Helicopter', 'Strategic', 'Prime', 'Foreign', 'Humanitarian', 'Maritime', 'Fisheries', 'Fishing'],
  ...['Water', 'Climate', 'Ministerial', 'Ministers', 'Leaders', 'Presidential', 'Customs', 'Investment', 'Currency'],
  ...['Debt', 'Loan', 'Ban', 'Embargo', 'Boycott', 'Signing', 'Inaugural', 'Rare', 'Seafood', 'Food', 'Chip'],
  ...['Submarine', 'Missile', 'Weapons', 'Tank', 'Railway', 'Pipeline', 'Vaccine', 'Port', 'Deal', 'Restrictions'],
];
const IN_SENTENCE_CASE = new RegExp(`^(?:${COMMON_WORDS.join('|')})(?:[’']?$|[’']? (?!\\p{Lu}))`, 'u');

const ARTICLE = /^(?:the|an?) /i;
/** "China’s export ban", "his visit", "Operation Atalanta", "Minsk II", "Resolution 2803". */
const WITHOUT_ARTICLE = [
  /^(?:his|her|their|its|our|this) /i,
  /^(?:\p{Lu}[\p{L}.-]* ){0,2}\p{Lu}[\p{L}.-]*[’']s /u,
  /^(?:Operation|Project|Exercise)(?: [\p{Lu}\d]\S*)+$/u,
  /^(?:\p{Lu}\S* )+(?:\d+|[IVX]+)$/u,
];

/** A title without its article: "border talks", "General Border Committee talks". */
export function bareTitle(title: string): string {
  const bare = title.replace(ARTICLE, '');
  return IN_SENTENCE_CASE.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
}

/** A title with its article, if it takes one: "the General Border Committee talks", "Operation Atalanta". */
export function titled(title: string): string {
  return takesArticle(title) ? `the ${bareTitle(title)}` : bareTitle(title);
}

/** A title mentioned for the first time: "border talks", "a seafood ban", but "the General Border Committee talks". */
export function newTitled(title: string): string {
  const bare = bareTitle(title);
  if (/^\p{Lu}/u.test(bare) || !takesArticle(title)) return titled(title);
  return isPluralPhrase(bare) ? bare : withArticle(bare);
}

/** A title after the name of whom it belongs to: "their tariff truce"; one that takes no article stands alone. */
export function titledOf(owner: string, title: string): string {
  return takesArticle(title) ? `${owner} ${bareTitle(title)}` : bareTitle(title);
}

const takesArticle = (title: string): boolean =>
  ARTICLE.test(title) || !WITHOUT_ARTICLE.some((pattern) => pattern.test(title));

/** Whether a noun with what follows it is plural: "the peace talks in Geneva", but not "the fifth round of talks". */
export function isPluralPhrase(phrase: string): boolean {
  const [head = ''] = phrase.split(/,| (?:of|on|in|into|at|to|for|from|with|between|involving|against|over|under) /);
  return /s$/.test(head) && !/(?:ss|us|is|as|series|Nations|States|Emirates)$/.test(head);
}

/** The verb after a noun phrase: "the talks were", "the summit was". */
export const was = (phrase: string): 'was' | 'were' => (isPluralPhrase(phrase) ? 'were' : 'was');

/**
 * Whether a title has all the longer words of a text, in the singular or the plural: "helicopter deal", "helicopters".
 */
export function says(title: string, text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.length > 0 && words.every((word) => title.toLowerCase().includes(word.replace(/s$/, '')));
}

/** Names of parties that do not begin like the party's own. */
const DEMONYMS: Readonly<Record<string, string>> = {
  USA: 'American',
  GBR: 'Brit|Anglo',
  FRA: 'French|Franco',
  DEU: 'German',
  NLD: 'Dutch',
  CHE: 'Swiss',
  ESP: 'Spanish',
  CHN: 'Sino',
  RUS: 'Russo',
  PHL: 'Filipin|Philippin',
  DNK: 'Danish',
  SWE: 'Swedish',
  POL: 'Polish',
  EU: 'Europe',
};

/** Whether a title names a party, by its name or by an adjective of it: "Thai–Cambodian", "US", "British". */
export function namesParty(title: string, code: string): boolean {
  const label = partyLabel(code);
  // An adjective begins like the name: Cambodia and Cambodian, Thailand and Thai. An abbreviation has none.
  const isAbbreviation = /^[A-Z\d]+$/.test(label);
  const own = isAbbreviation ? `${label}(?!\\p{L})` : label.includes(' ') ? literally(label) : label.slice(0, 4);
  const known = DEMONYMS[code];
  const names = known === undefined ? own : `${own}|${known}`;
  return new RegExp(`(?<!\\p{L})(?:${names})`, 'u').test(title);
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a title names each of some parties. */
export const namesAll = (title: string, codes: readonly string[]): boolean =>
  codes.every((code) => namesParty(title, code));
