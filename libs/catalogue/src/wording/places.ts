import { partyLabel, partyName } from '../values/party.js';
import type { Place } from '../values/place.js';

/** Ships and aircraft by name: "USS Gerald R. Ford", "Air Force One"; and by their kind: "a frigate", "the ferry". */
const CRAFT_NAMED = /^(?:the )?(?:Air Force (?:One|Two)|(?:USS|USNS|HMS|HMCS|HMAS|INS|MV|MS|SS|RMS|KRI|KD) \p{Lu}.*)$/u;
const CRAFT_KINDS = [
  ...['aircraft', 'airplane', 'plane', 'jet', 'helicopter', 'ship', 'warship', 'vessel', 'boat', 'ferry', 'frigate'],
  ...['destroyer', 'cruiser', 'carrier', 'submarine', 'tanker', 'freighter', 'yacht', 'trawler', 'train', 'liner'],
];
const CRAFT = new RegExp(`(?:^|[ -])(?:${CRAFT_KINDS.join('|')})(?: \\p{Lu}\\S*)*$`, 'u');

/** Buildings and sites, by the last word of their names: one is at them. */
const VENUES = [
  ...['Centre', 'Center', 'Palace', 'House', 'Hotel', 'Airport', 'Hall', 'Headquarters', 'Base', 'Castle', 'Embassy'],
  ...['University', 'Resort', 'Residence', 'Villa', 'Kremlin', 'Pentagon', 'Capitol', 'Camp David', 'Mar-a-Lago'],
  ...['Temple', 'Mosque', 'Church', 'Cathedral', 'Basilica', 'Abbey', 'Monastery', 'Shrine', 'Pagoda', 'Synagogue'],
  ...['Ministry', 'Consulate', 'Mission', 'Court', 'Museum', 'Gallery', 'Library', 'School'],
  ...['Academy', 'College', 'Institute', 'Hospital', 'Clinic', 'Barracks', 'Garrison', 'Outpost', 'Camp', 'Fortress'],
  ...['Stadium', 'Arena', 'Theatre', 'Theater', 'Opera', 'Club', 'Station', 'Terminal', 'Airfield', 'Airbase'],
  ...[
    'Checkpoint',
    'Crossing',
    'Gate',
    'Bridge',
    'Dam',
    'Plant',
    'Factory',
    'Refinery',
    'Mine',
    'Shipyard',
    'Dockyard',
  ],
  ...['Port', 'Pier', 'Ranch', 'Estate', 'Chateau', 'Château', 'Tower', 'Building', 'Complex', 'Compound', 'Monument'],
  ...['Memorial', 'Tomb', 'Mausoleum', 'Cemetery', 'Office', 'Secretariat', 'Chancellery', 'Bunker', 'Clubhouse'],
  ...['Summit', 'Conference', 'Forum', 'Fair', 'Expo', 'Ruins', 'Site', 'Laboratory', 'Reactor', 'Golf Course'],
];
const VENUE = new RegExp(`\\b(?:${VENUES.join('|')})$`, 'i');
/** "the port of Tema", "the Ministry of Commerce": a noun that the name follows takes an article. */
const VENUE_NOUNS = [
  ...['Port', 'Palace', 'Court', 'Temple', 'Ruins', 'Church', 'Tomb', 'Ministry', 'Embassy', 'University', 'Museum'],
  ...['Cathedral', 'Monastery', 'Shrine', 'Hotel'],
];
const LINE_NOUNS = ['Island', 'Coast', 'Border', 'Shores', 'Banks'];
const NOUN_OF = (nouns: readonly string[]): RegExp => new RegExp(`^(?:the )?(?:${nouns.join('|')}) of `, 'i');
const VENUE_OF = NOUN_OF(VENUE_NOUNS);
const LINE_OF = NOUN_OF(LINE_NOUNS);
const SITE = /^(?:Lake|Mount|Mt\.?|Camp) /;
const VENUE_WITH_ARTICLE = new RegExp(
  `\\b(?:${[
    ...['Centre', 'Center', 'Hotel', 'White House', 'Blue House', 'Great Hall', 'Kremlin', 'Pentagon', 'Capitol'],
    ...['Embassy', 'Ministry', 'Consulate', 'Mission', 'Secretariat', 'Chancellery', 'Supreme Court'],
    ...['Academy', 'Institute', 'Museum', 'Mosque', 'Shrine', 'Monument', 'Memorial', 'Mausoleum', 'Conference'],
    ...['Summit', 'Forum', 'Opera', 'Dam', 'Refinery', 'Plant', 'Complex', 'Crossing', 'Checkpoint', 'Office', 'Expo'],
  ].join('|')})$`,
  'i',
);
const REGION_WITH_ARTICLE = new RegExp(
  `\\b(?:${[
    ...['Sea', 'Strait', 'Gulf', 'Ocean', 'Bay', 'Peninsula', 'Strip', 'West Bank', 'Channel', 'Zone', 'Triangle'],
    ...['Caucasus', 'Balkans', 'Middle East', 'Sahel', 'Arctic', 'Antarctic', 'Islands', 'Mountains', 'Highlands'],
    ...[
      'Heights',
      'Delta',
      'Desert',
      'Corridor',
      'Donbas',
      'Levant',
      'Baltics',
      'Pacific',
      'Atlantic',
      'capital',
      'DMZ',
    ],
    ...['Parliament', 'Oval Office', 'Situation Room', 'Rose Garden'],
  ].join('|')})$|^(?:Strait|Gulf|Bay|Sea|Isle|Province|City|Region) of `,
  'i',
);
/** Lines and surfaces: one is on them. */
const LINE = /\b(?:border|frontier|front line|frontline|line of control|coast|island|river|plateau|ridge|hill)$/i;
const LINE_WITH_ARTICLE = /\b(?:border|frontier|front line|frontline|line of control|coast|river|plateau|ridge)$/i;
/** Countries whose cities are named without the country: "in London". */
const UNNAMED = new Set<string>(['USA', 'GBR']);

/**
 * A place with its preposition: "in Geneva, Switzerland,", "at the Kuala Lumpur Convention Centre in Malaysia", "on the
 * Thai-Cambodian border", "aboard Air Force One".
 */
export function inPlace(place: Place): string {
  if (place.name === undefined) return `in ${partyName(place.country ?? '')}`;
  return `${prepositionOf(place.name)} ${placeName(place)}`;
}

/** "in", "at", "on" or "aboard", by the kind of place. */
export function prepositionOf(name: string): 'in' | 'at' | 'on' | 'aboard' {
  if (isCraft(name)) return 'aboard';
  if (LINE.test(name) || LINE_OF.test(name)) return 'on';
  return isVenue(name) ? 'at' : 'in';
}

/** The place as the object of a verb: "Kuala Lumpur, Malaysia,", "the US". */
export function placeName(place: Place): string {
  if (place.name === undefined) return partyName(place.country ?? '');
  const name = withArticle(place.name);
  const country = countryToName(place);
  if (country === undefined) return name;
  return prepositionOf(place.name) === 'in' ? `${name}, ${country},` : `${name} in ${country}`;
}

const isCraft = (name: string): boolean => CRAFT_NAMED.test(name) || CRAFT.test(name);
const isVenue = (name: string): boolean =>
  !REGION_WITH_ARTICLE.test(name) && (VENUE.test(name) || VENUE_OF.test(name) || SITE.test(name));

/** A name that ends with a common noun takes an article: "the Preah Vihear temple", but "Preah Vihear Temple". */
function withArticle(name: string): string {
  if (/^(?:the|an?|his|her|their|its) /i.test(name)) return name.replace(/^The /, 'the ');
  const endsInNoun = isVenue(name) && /(?:^| )\p{Ll}+$/u.test(name);
  const needed =
    endsInNoun ||
    CRAFT.test(name) ||
    VENUE_OF.test(name) ||
    LINE_OF.test(name) ||
    (VENUE_WITH_ARTICLE.test(name) && !/[’']s /.test(name)) ||
    REGION_WITH_ARTICLE.test(name) ||
    LINE_WITH_ARTICLE.test(name);
  const isShip = /^(?:USS|USNS|HMS|HMCS|HMAS|INS|MV|MS|SS|RMS|KRI|KD) /.test(name);
  return needed || isShip ? `the ${lowerNoun(name)}` : name;
}

/** "Port of Tema" is "the port of Tema". */
const lowerNoun = (name: string): string =>
  name.replace(/^(?:Port|Ruins|Island|Coast|Border|Shores|Banks) of /, (words) => words.toLowerCase());

/** The country, unless the name of the place already contains it. */
function countryToName({ name, country }: Place): string | undefined {
  if (country === undefined || UNNAMED.has(country) || name?.includes(partyLabel(country))) return undefined;
  return partyName(country);
}
