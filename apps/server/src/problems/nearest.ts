import { partyName } from '#catalogue/values/party.js';

/** How many characters of a word are compared. */
const MAX_COMPARED = 60;

/**
 * The word of a closed list that differs in the fewest letters from a given word; `undefined` if the list is empty.
 * Capitals and punctuation do not count. The code of a party is also found by its name: `China` gives `CHN`.
 */
export function nearest(given: string, words: readonly string[]): string | undefined {
  const wanted = plain(given.replace(/^the /i, ''));
  let found: string | undefined;
  let least = Infinity;
  for (const word of words) {
    const distance = Math.min(...formsOf(word).map((form) => distanceOf(wanted, form)));
    if (distance < least) [found, least] = [word, distance];
  }
  return found;
}

/** What a word is compared by: itself and, if it is the code of a party, the party's name without "the". */
function formsOf(word: string): string[] {
  const name = partyName(word).replace(/^the /, '');
  return name === word ? [plain(word)] : [plain(word), plain(name)];
}

const plain = (text: string): string =>
  text
    .slice(0, MAX_COMPARED)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * Levenshtein's distance: how many letters have to be inserted, removed or replaced to turn one text into the other.
 */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
