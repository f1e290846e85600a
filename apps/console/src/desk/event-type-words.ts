import type { Schema } from '../api/client.js';

/** `TruceExtended` is "Truce extended". */
export const typeInWords = (type: string): string =>
  type.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Types of events that belong together, by how their names begin, in the order of the list. */
const FAMILIES: readonly (readonly [label: string, beginning: RegExp])[] = [
  ['Tariffs', /^Tariff/],
  ['Truces and hostilities', /^(Truce|Hostilities)/],
  ['Talks', /^(Talks|Delegation|Topic)/],
  ['Deals', /^(Deal|Accord|Purchase)/],
  ['Restrictions', /^Restriction/],
  ['Meetings', /^Meeting/],
  ['Visits', /^Visit/],
  ['Summits', /^Summit/],
  ['The story itself', /^Story/],
];
const OTHERS = 'Anything else';

/** The types that an article can give a fact of, in their families, as a list of choices. */
export function typeGroups(types: readonly Schema<'EventType'>[]) {
  const taken = types.filter(({ about, type }) => about !== 'event' && type !== 'StoryOpened').map(({ type }) => type);
  const familyOf = (type: string): string => FAMILIES.find(([, beginning]) => beginning.test(type))?.[0] ?? OTHERS;
  return [...FAMILIES.map(([label]) => label), OTHERS]
    .map((label) => ({
      label,
      choices: taken
        .filter((type) => familyOf(type) === label)
        .map((type) => ({ value: type, label: typeInWords(type) })),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** What a certainty means, as a list of choices. */
export const CERTAINTIES = [
  {
    choices: [
      { value: 'reported', label: 'reported: the source says it happened' },
      { value: 'confirmed', label: 'confirmed: it is settled; this account wins' },
      { value: 'claimed', label: 'claimed: somebody says so; it changes nothing' },
    ],
  },
];
