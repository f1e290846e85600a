import { partyName } from '#catalogue/values/party.js';

/** A word longer than this is compared by its beginning. */
const COMPARED = 60;

/**
 * The word of a closed list that is nearest to a given one: the one that takes the fewest changed letters. Capitals and
 * punctuation do not count. The code of a party is also found by its name: `China` gives `CHN`.
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

/** A word as it is compared. For the code of a party also its name, of which "the" says nothing. */
function formsOf(word: string): string[] {
  const name = partyName(word).replace(/^the /, '');
  return name === word ? [plain(word)] : [plain(word), plain(name)];
}

const plain = (text: string): string =>
  text
    .slice(0, COMPARED)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Levenshtein's distance: how many letters are to be inserted, removed or replaced. */
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
