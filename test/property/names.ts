import type { Kind } from './happenings.js';

/** What is called what in one case. */
export interface Names {
  stories: readonly [string, string];
  subjects: Readonly<Record<Kind, readonly [Record<string, string>, Record<string, string>]>>;
}

/** Fresh names for a case: a pair of countries of its own for the tariffs, slugs with its number for the rest. */
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
    },
  };
}

const COUNTRIES =
  'ARG AUS AUT BEL BRA CAN CHE CHL CHN COL CZE DEU DNK EGY ESP EST ETH FIN FRA GBR GHA GRC HUN IDN IND IRL ISL ISR ITA JPN KEN KHM KOR LTU LUX LVA MAR MEX MYS NGA NLD NOR NZL PAK PER PHL POL PRT ROU SAU SGP SVK SVN SWE THA TUN TUR UKR URY USA VNM ZAF'.split(
    ' ',
  );

/** A pair of two different countries for each number, none twice before all have been. */
function pairOf(n: number): [string, string] {
  const imposedBy = n % COUNTRIES.length;
  const step = 1 + (Math.floor(n / COUNTRIES.length) % (COUNTRIES.length - 1));
  return [COUNTRIES[imposedBy] ?? 'USA', COUNTRIES[(imposedBy + step) % COUNTRIES.length] ?? 'CHN'];
}
