import { partyName } from '../values/party.js';
import type { Person } from '../values/person.js';
import { list } from './sentence.js';

/** "the US and China". */
export function parties(codes: readonly string[]): string {
  return list(codes.map(partyName));
}

/** "between the US and China"; for one party, "involving the US". */
export function betweenParties(codes: readonly string[]): string {
  return `${new Set(codes).size > 1 ? 'between' : 'involving'} ${parties(codes)}`;
}

/** The possessive: "China’s", "the Netherlands’"; an abbreviation is not changed: "the US". */
export function whose(code: string): string {
  const name = partyName(code);
  if (/(?:^| )[A-Z0-9]+$/.test(name)) return name;
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** The target of a tariff or restriction: "China"; for `WORLD`, "all countries". */
export function target(code: string): string {
  return code === 'WORLD' ? 'all countries' : partyName(code);
}

/** "Treasury Secretary Scott Bessent". A role that cannot precede a name follows it in brackets. */
export function person({ name, role }: Person): string {
  if (role === undefined) return name;
  return isTitle(role) ? `${role} ${name}` : `${name} (${role})`;
}

export function people(persons: readonly Person[]): string {
  return list(persons.map(person));
}

const isTitle = (role: string): boolean =>
  /^\p{Lu}/u.test(role) && !/,| of the /.test(role) && role.split(' ').length <= 5;
