import type { Place } from '../values/place.js';
import { partyName } from '../values/party.js';
import { ordinal } from './numbers.js';
import { inPlace } from './places.js';
import { bareTitle, titled } from './titles.js';

interface Summit {
  name: string;
  title?: string | undefined;
  edition?: number | undefined;
  host?: string | undefined;
  place?: Place | undefined;
}

/** "the 47th ASEAN summit, hosted by Malaysia,". A title stands for the name and the number. */
export function summitNamed({ name, title, edition, host }: Summit): string {
  const hosted = host === undefined ? '' : `, hosted by ${partyName(host)},`;
  if (title !== undefined) return titled(title) + hosted;
  const bare = name.replace(/^the /i, '');
  const numbered =
    edition === undefined || new RegExp(`\\b${edition}\\D`).test(bare) ? bare : `${ordinal(edition)} ${bare}`;
  return `the ${numbered}${hosted}`;
}

/** A summit in a heading: its title, or else its name. */
export const summitLabel = ({ name, title }: Summit): string =>
  title === undefined ? name.replace(/^the /i, '') : bareTitle(title);

/** The place of a summit, without the country if that is the host, which the sentence already names. */
export function placeOfSummit({ place, host }: Summit): string | undefined {
  if (place === undefined) return undefined;
  if (place.country !== host) return inPlace(place);
  return place.name === undefined ? undefined : inPlace({ name: place.name });
}
