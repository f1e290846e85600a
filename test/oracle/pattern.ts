import { spanOf } from './dates.js';

/**
 * What an answer has to look like. A plain value stands for itself; an object asks for the fields that it names and
 * leaves others alone; a list asks for that many elements in that order. Where the contract leaves something open, an
 * `Expectation` says how much.
 */
export type Pattern =
  string | number | boolean | null | Expectation | readonly Pattern[] | { readonly [field: string]: Pattern };

/** A condition on one place of an answer; `differences` is empty where it is met. */
export class Expectation {
  constructor(
    /** How it reads in a message: any JSON. */
    readonly shown: unknown,
    readonly differences: (actual: unknown, at: string) => string[],
  ) {}

  toJSON(): unknown {
    return this.shown;
  }
}

/** One line per place where the answer is not as expected: `/state/status: expected "in_force", got "expired"`. */
export function differences(expected: Pattern, actual: unknown, at = ''): string[] {
  if (expected instanceof Expectation) return expected.differences(actual, at);
  if (Array.isArray(expected)) return listDifferences(expected as readonly Pattern[], actual, at);
  if (expected !== null && typeof expected === 'object')
    return fieldDifferences(expected as Record<string, Pattern>, actual, at);
  return Object.is(expected, actual) ? [] : [mismatch(expected, actual, at)];
}

export const matches = (expected: Pattern, actual: unknown): boolean => differences(expected, actual).length === 0;

export const anything = (): Expectation => new Expectation('<anything>', () => []);

/** One of these: the contract leaves open which. */
export function either(...options: readonly Pattern[]): Pattern {
  const distinct = options.filter((option, i) => options.findIndex((other) => show(other) === show(option)) === i);
  if (distinct.length === 1 && distinct[0] !== undefined) return distinct[0];
  return new Expectation({ oneOf: distinct }, (actual, at) => {
    const found = distinct.map((option) => differences(option, actual, at));
    if (found.some((lines) => lines.length === 0)) return [];
    // The nearest miss reads better than "none of these".
    return found.reduce((best, lines) => (lines.length < best.length ? lines : best));
  });
}

/** The same date: the same text, or, of instants, the same instant however it is written. */
export const date = (text: string): Expectation =>
  new Expectation(`<date ${text}>`, (actual, at) => {
    if (actual === text) return [];
    const instants = text.length > 10 && typeof actual === 'string' && actual.length > 10;
    return instants && spanOf(actual).first === spanOf(text).first ? [] : [mismatch(text, actual, at)];
  });

export const dateOrNull = (text: unknown): Pattern => (typeof text === 'string' ? date(text) : null);

/** Nothing in it, told as an empty list or as unknown. */
export const noneOf = (): Pattern => either([], null);

export const listOrNone = (list: unknown): Pattern => (Array.isArray(list) ? (list as Pattern[]) : noneOf());

export interface Entry {
  pattern: Pattern;
  /** May also be missing. */
  optional?: boolean;
}

const shownEntry = ({ pattern, optional }: Entry): unknown => (optional ? { optional: pattern } : pattern);

/** A list in order, of which some entries may be missing. */
export function sequence(entries: readonly Entry[]): Pattern {
  if (entries.length === 0) return noneOf();
  if (entries.every((entry) => !entry.optional)) return entries.map((entry) => entry.pattern);
  const shown = { inOrder: entries.map(shownEntry) };
  return new Expectation(shown, (actual, at) => {
    const found = actual === null ? [] : actual;
    return Array.isArray(found) && follows(entries, found)
      ? []
      : [`${at}: expected ${show(shown)}, got ${show(actual)}`];
  });
}

/** A list in any order, of which some entries may be missing. */
export function inAnyOrder(entries: readonly Entry[]): Pattern {
  if (entries.length === 0) return noneOf();
  const shown = { inAnyOrder: entries.map(shownEntry) };
  return new Expectation(shown, (actual, at) => {
    const found = actual === null ? [] : actual;
    if (!Array.isArray(found)) return [`${at}: expected a list, got ${show(actual)}`];
    const strangers = found.filter((element) => !entries.some((entry) => matches(entry.pattern, element)));
    const missing = entries.filter(
      (entry) => !entry.optional && !found.some((element) => matches(entry.pattern, element)),
    );
    return [
      ...strangers.flatMap((element) => nearestMiss(entries, element, at)),
      ...(missing.length > strangers.length ? missing.map((entry) => `${at}: missing ${show(entry.pattern)}`) : []),
      ...(found.length > entries.length
        ? [`${at}: ${found.length} entries where at most ${entries.length} were expected`]
        : []),
    ];
  });
}

export const show = (value: unknown): string => JSON.stringify(value) ?? 'undefined';

const mismatch = (expected: unknown, actual: unknown, at: string): string =>
  `${at || '/'}: expected ${show(expected)}, got ${show(actual)}`;

function listDifferences(expected: readonly Pattern[], actual: unknown, at: string): string[] {
  if (!Array.isArray(actual)) return [mismatch(expected, actual, at)];
  const elements = actual as readonly unknown[];
  const wrong = expected.flatMap((pattern, i) =>
    i < elements.length ? differences(pattern, elements[i], `${at}/${i}`) : [],
  );
  return expected.length === elements.length
    ? wrong
    : [`${at}: expected ${expected.length} entries ${show(expected)}, got ${elements.length}: ${show(actual)}`];
}

function fieldDifferences(expected: Readonly<Record<string, Pattern>>, actual: unknown, at: string): string[] {
  if (actual === null || typeof actual !== 'object' || Array.isArray(actual)) return [mismatch(expected, actual, at)];
  const fields = actual as Readonly<Record<string, unknown>>;
  return Object.entries(expected).flatMap(([field, pattern]) => differences(pattern, fields[field], `${at}/${field}`));
}

/** What an unexpected element lacks to be the entry that it is most like. */
function nearestMiss(entries: readonly Entry[], element: unknown, at: string): string[] {
  const misses = entries.map((entry) => differences(entry.pattern, element, `${at}/${show(element).slice(0, 80)}…`));
  return misses.reduce((best, lines) => (lines.length < best.length ? lines : best));
}

function follows(entries: readonly Entry[], found: readonly unknown[]): boolean {
  const [entry, ...rest] = entries;
  if (entry === undefined) return found.length === 0;
  if (found.length > 0 && matches(entry.pattern, found[0]) && follows(rest, found.slice(1))) return true;
  return entry.optional === true && follows(rest, found);
}
