import type { Place } from '../values/place.js';
import { partyName } from '../values/party.js';
import { ordinal } from './numbers.js';
import { inPlace } from './places.js';

interface Summit {
  name: string;
  edition?: number | undefined;
  host?: string | undefined;
  place?: Place | undefined;
}

/** "the 47th ASEAN summit, hosted by Malaysia,". */
export function summitNamed({ name, edition, host }: Summit): string {
  const bare = name.replace(/^the /i, '');
  const numbered =
    edition === undefined || new RegExp(`\\b${edition}\\D`).test(bare) ? bare : `${ordinal(edition)} ${bare}`;
  return `the ${numbered}${host === undefined ? '' : `, hosted by ${partyName(host)},`}`;
}

/** Where it is; the country is not said twice where it is the host. */
export function placeOfSummit({ place, host }: Summit): string | undefined {
  if (place === undefined) return undefined;
  if (place.country !== host) return inPlace(place);
  return place.name === undefined ? undefined : inPlace({ name: place.name });
}
