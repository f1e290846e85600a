import { partyName } from '../values/party.js';
import { list } from './lists.js';

/** "the US and China". */
export function parties(codes: readonly string[]): string {
  return list(codes.map(partyName));
}

/** "between the US and China"; of one party alone, "involving the US". */
export function betweenParties(codes: readonly string[]): string {
  return `${new Set(codes).size > 1 ? 'between' : 'involving'} ${parties(codes)}`;
}

/** Whose: "China’s", "the Netherlands’"; an abbreviation needs no more than itself: "the US". */
export function whose(code: string): string {
  const name = partyName(code);
  if (/(?:^| )[A-Z0-9]+$/.test(name)) return name;
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** On whom a tariff lies: "China"; on the whole world, "all countries". */
export function target(code: string): string {
  return code === 'WORLD' ? 'all countries' : partyName(code);
}
