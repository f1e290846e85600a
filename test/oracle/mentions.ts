import type { Data } from './recorded.js';

/** Whom data name: the parties, with those of the persons, and the persons by their names. */
export interface Mentions {
  parties: readonly string[];
  persons: readonly string[];
}

interface Person {
  name: string;
  party?: string;
}

const PARTIES = ['parties', 'imposedBy', 'appliesTo', 'party', 'host', 'buyer', 'seller'];
const PERSONS = ['lead', 'members', 'participants', 'speaker', 'visitor', 'hosts', 'witnesses'];

/** The parties and persons in the data of a fact, by the catalogue. A place is no party. */
export function mentionsOf({ type, data }: { type: string; data: Data }): Mentions {
  const listed = (field: string): unknown[] => [data[field] ?? []].flat();
  // Of a purchase it is a date.
  const by = ['TruceBroken', 'TruceEnded'].includes(type) ? listed('by') : [];
  const leads = listed('leads') as { party: string; person: Person }[];
  const persons = [...(PERSONS.flatMap(listed) as Person[]), ...leads.map(({ person }) => person)];
  return {
    parties: [
      ...([...PARTIES.flatMap(listed), ...by] as string[]),
      ...leads.map(({ party }) => party),
      ...persons.flatMap(({ party }) => party ?? []),
    ],
    persons: persons.map(({ name }) => name),
  };
}
