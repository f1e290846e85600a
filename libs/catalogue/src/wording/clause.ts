import { partyName } from '../values/party.js';

/** Words other than names and articles with which the catalogue’s sentences begin, whatever the data. */
const BEGINNINGS = new Set(['hostilities', 'work', 'talks', 'negotiations', 'truce']);

/**
 * A sentence of the catalogue as it goes on behind a comma: "the US raised its tariffs", "China broke the truce",
 * "trade talks began". `null` where it cannot be known whether its first word is a name: an editor’s own words.
 *
 * @param data the event’s, by which names are known
 */
export function clauseOf(sentence: string, data: unknown): string | null {
  const lower = sentence.charAt(0).toLowerCase() + sentence.slice(1);
  const first = /^\p{L}+/u.exec(lower)?.[0] ?? '';
  if (/^(?:the|an?)$/.test(first)) return lower;
  const words = wordsIn(data);
  if (words.names.some((name) => sentence.startsWith(name))) return sentence;
  return BEGINNINGS.has(first) || words.slugs.includes(first) ? lower : null;
}

interface Words {
  /** Of persons and parties, and roles. */
  names: string[];
  /** The words of slugs. */
  slugs: string[];
}

function wordsIn(data: unknown, key = ''): Words {
  if (typeof data === 'string') {
    const party = partyName(data);
    const names = party !== data ? [party] : key === 'name' || key === 'role' ? [data] : [];
    return { names, slugs: /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(data) ? data.split('-') : [] };
  }
  if (typeof data !== 'object' || data === null) return { names: [], slugs: [] };
  const inner = Object.entries(data).map(([name, value]) => wordsIn(value, Array.isArray(data) ? key : name));
  return { names: inner.flatMap(({ names }) => names), slugs: inner.flatMap(({ slugs }) => slugs) };
}
