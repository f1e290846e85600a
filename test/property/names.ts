import type { Kind } from './fact-generator.js';

/** The names of stories and subjects in one case. */
export interface Names {
  stories: readonly [string, string];
  subjects: Readonly<Record<Kind, readonly [Record<string, string>, Record<string, string>]>>;
}

/** New names for a case: its own pair of countries for the tariffs, slugs with its number for the rest. */
export function namesOf(caseNumber: number): Names {
  const n = `p${caseNumber}`;
  const [imposedBy, appliesTo] = pairOf(caseNumber);
  return {
    stories: [`${n}-one`, `${n}-two`],
    subjects: {
      truce: [{ truce: `${n}-pause` }, { truce: `${n}-lull` }],
      tariff: [
        { imposedBy, appliesTo },
        { imposedBy, appliesTo, measure: `${n}-steel` },
      ],
      talks: [{ talks: `${n}-talks` }, { talks: `${n}-parley` }],
      meeting: [{ meeting: `${n}-meeting` }, { meeting: `${n}-dinner` }],
      restriction: [{ restriction: `${n}-controls` }, { restriction: `${n}-ban` }],
      summit: [{ summit: `${n}-summit` }, { summit: `${n}-forum` }],
      deal: [{ deal: `${n}-deal` }, { deal: `${n}-sale` }],
      visit: [{ visit: `${n}-visit` }, { visit: `${n}-tour` }],
      story: [{}, {}],
      none: [{}, {}],
    },
  };
}

const COUNTRIES = (
  'ARG AUS AUT BEL BRA CAN CHE CHL CHN COL CZE DEU DNK EGY ESP EST ETH FIN FRA GBR GHA GRC HUN IDN IND ' +
  'IRL ISL ISR ITA JPN KEN KHM KOR LTU LUX LVA MAR MEX MYS NGA NLD NOR NZL PAK PER PHL POL PRT ROU SAU ' +
  'SGP SVK SVN SWE THA TUN TUR UKR URY USA VNM ZAF'
).split(' ');

/** A pair of different countries for each number. No pair is repeated until all have been used. */
function pairOf(n: number): [string, string] {
  const imposedBy = n % COUNTRIES.length;
  const step = 1 + (Math.floor(n / COUNTRIES.length) % (COUNTRIES.length - 1));
  return [COUNTRIES[imposedBy] ?? 'USA', COUNTRIES[(imposedBy + step) % COUNTRIES.length] ?? 'CHN'];
}
