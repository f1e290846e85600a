import type { Place } from '#catalogue/values/place.js';

/**
 * Whether two places can be one and the same: no part that both tell differs. A country agrees with each city in it.
 */
export function placesAgree(one: Place | null | undefined, other: Place | null | undefined): boolean {
  return agree(one?.name, other?.name) && agree(one?.country, other?.country);
}

/** Whether two places are told to be the same: a part that both tell, and none that differs. */
export function samePlace(one: Place | null | undefined, other: Place | null | undefined): boolean {
  const share = bothTell(one?.name, other?.name) || bothTell(one?.country, other?.country);
  return share && placesAgree(one, other);
}

/**
 * The place as told last, unless what was known says the same more exactly: "in Malaysia" does not undo "in Kuala
 * Lumpur, Malaysia".
 */
export function mergePlace(known: Place | null, told: Place | undefined): Place | null {
  if (!told) return known;
  return samePlace(known, told) && partsOf(known) > partsOf(told) ? known : told;
}

/** A place as the property `place` that sources can differ on, where one is told. */
export function placeProperties(place: Place | undefined, prefix = ''): Record<string, Place> {
  return place ? { [`${prefix}place`]: place } : {};
}

/** For a view's `parts`: a source that names only the country does not contradict one that names a city in it. */
export const placeParts = { place: (value: unknown) => [(value as Place).name, (value as Place).country] };

const bothTell = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined;

const agree = (one: string | undefined, other: string | undefined): boolean => !bothTell(one, other) || one === other;

const partsOf = (place: Place | null): number => Object.values(place ?? {}).filter((part) => part !== undefined).length;
