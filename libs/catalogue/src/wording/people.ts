import type { Person } from '../values/person.js';
import { list } from './lists.js';

/** "Treasury Secretary Scott Bessent". A role that is no title before a name stands behind it in brackets. */
export function person({ name, role }: Person): string {
  if (role === undefined) return name;
  return isTitle(role) ? `${role} ${name}` : `${name} (${role})`;
}

export function people(persons: readonly Person[]): string {
  return list(persons.map(person));
}

const isTitle = (role: string): boolean =>
  /^\p{Lu}/u.test(role) && !/,| of the /.test(role) && role.split(' ').length <= 5;
