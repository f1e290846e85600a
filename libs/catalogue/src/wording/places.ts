import { partyLabel, partyName } from '../values/party.js';
import type { Place } from '../values/place.js';

const CRAFT = /^(?:Air Force (?:One|Two)|(?:USS|HMS) .+)$/;
const VENUE =
  /\b(?:Centre|Center|Palace|House|Hotel|Airport|Hall|Headquarters|Base|Castle|Embassy|University|Resort|Residence|Villa|Kremlin|Pentagon|Capitol|Camp David|Mar-a-Lago)$/i;
const VENUE_WITH_ARTICLE =
  /\b(?:Centre|Center|Hotel|White House|Blue House|Great Hall|Kremlin|Pentagon|Capitol|Embassy)$/i;
const REGION_WITH_ARTICLE =
  /\b(?:Sea|Strait|Gulf|Ocean|Bay|Peninsula|Strip|Bank|Channel)$|^(?:Strait|Gulf|Bay|Sea|Bay) of /;
/** Cities there are known by their name alone. */
const UNNAMED = new Set<string>(['USA', 'GBR']);

/**
 * Where, with its preposition: "in Geneva, Switzerland,", "at the Kuala Lumpur Convention Centre in Malaysia", "aboard
 * Air Force One".
 */
export function inPlace(place: Place): string {
  if (place.name === undefined) return `in ${partyName(place.country ?? '')}`;
  if (CRAFT.test(place.name)) return `aboard ${place.name}`;
  return `${VENUE.test(place.name) ? 'at' : /\bborder$/i.test(place.name) ? 'on' : 'in'} ${placeName(place)}`;
}

/** The place as the object of a verb: "Kuala Lumpur, Malaysia,", "the US". */
export function placeName(place: Place): string {
  if (place.name === undefined) return partyName(place.country ?? '');
  const name = withArticle(place.name);
  const country = countryToName(place);
  if (country === undefined) return name;
  return VENUE.test(name) ? `${name} in ${country}` : `${name}, ${country},`;
}

function withArticle(name: string): string {
  const needed = VENUE_WITH_ARTICLE.test(name) || REGION_WITH_ARTICLE.test(name) || /\bborder$/i.test(name);
  return needed && !/^the /i.test(name) ? `the ${name}` : name;
}

/** The country, where the name does not already say it. */
function countryToName({ name, country }: Place): string | undefined {
  if (country === undefined || UNNAMED.has(country) || name?.includes(partyLabel(country))) return undefined;
  return partyName(country);
}
