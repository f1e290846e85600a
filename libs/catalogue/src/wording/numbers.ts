import type { Comparator } from '../values/numbers.js';

const decimal = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

const CARDINALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const SUFFIXES = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };

const COMPARATORS: Record<Comparator, string> = {
  eq: '',
  up_to: 'up to ',
  at_least: 'at least ',
  more_than: 'more than ',
  about: 'about ',
};

/** "fifth", "47th". */
export function ordinal(value: number): string {
  return ORDINALS[value] || `${value}${SUFFIXES[ordinals.select(value)]}`;
}

/** A number as a text gives it, with those below ten in words: "three", "60". */
export const cardinal = (text: string): string => (/^[1-9]$/.test(text) ? (CARDINALS[Number(text)] ?? text) : text);

/** "up to 125 percent". */
export function percent(value: number, comparator: Comparator = 'eq'): string {
  return `${COMPARATORS[comparator]}${decimal.format(value)} percent`;
}

/** "more than five hours". */
export function hours(value: number, comparator: Comparator = 'eq'): string {
  const count = Number.isInteger(value) ? (CARDINALS[value] ?? decimal.format(value)) : decimal.format(value);
  return `${COMPARATORS[comparator]}${count} ${value === 1 ? 'hour' : 'hours'}`;
}

/** "a third", "an eighth", "an 11th", "an EU deal", "a US truce": the article depends on the sound. */
export function withArticle(words: string): string {
  const spelled = /^[A-Z]{2,3}\b/.test(words);
  const vowel = spelled
    ? /^[AEFHILMNORSX]/.test(words)
    : /^(?:[aeio]|u(?!ni|s|k|ti))/i.test(words) && !/^(?:eu|one\b)/i.test(words);
  return vowel || /^(?:8|1[18](?!\d))/.test(words) ? `an ${words}` : `a ${words}`;
}
