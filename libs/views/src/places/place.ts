import type { Place } from '#catalogue/values/place.js';

/** Whether two places can be the same: no part that both have differs. A country agrees with every city in it. */
export function placesAgree(one: Place | null | undefined, other: Place | null | undefined): boolean {
  return agree(one?.name, other?.name) && agree(one?.country, other?.country);
}

/** Whether two places are certainly the same: they have a part in common, and no part that both have differs. */
export function samePlace(one: Place | null | undefined, other: Place | null | undefined): boolean {
  const share = bothKnown(one?.name, other?.name) || bothKnown(one?.country, other?.country);
  return share && placesAgree(one, other);
}

/**
 * The latest place, unless the known one is the same and more precise: "in Malaysia" does not replace "in Kuala Lumpur,
 * Malaysia".
 */
export function mergePlace(known: Place | null, stated: Place | undefined): Place | null {
  if (!stated) return known;
  return samePlace(known, stated) && partsOf(known) > partsOf(stated) ? known : stated;
}

/** A stated place as the property `place`, on which sources can differ; no property without one. */
export function placeProperties(place: Place | undefined, prefix = ''): Record<string, Place> {
  return place ? { [`${prefix}place`]: place } : {};
}

/** For `parts` of a view: a source that names only the country does not contradict one that names a city in it. */
export const placeParts = { place: (value: unknown) => [(value as Place).name, (value as Place).country] };

const bothKnown = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined;

const agree = (one: string | undefined, other: string | undefined): boolean => !bothKnown(one, other) || one === other;

const partsOf = (place: Place | null): number => Object.values(place ?? {}).filter((part) => part !== undefined).length;
