/** A place as facts name it: a name, a country, or both. */
export type Place = Readonly<Partial<Record<'name' | 'country', string>>>;

const PARTS = ['name', 'country'] as const;

export const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && ('name' in value || 'country' in value);

/** Whether no part that both give differs. */
export const placesAgree = (a: Place | null, b: Place | null): boolean =>
  a === null || b === null || PARTS.every((part) => [a[part], b[part]].includes(undefined) || a[part] === b[part]);

/** What is known of a place after a further report: the report's place, unless it is a less exact name of the same. */
export function mergedPlace(before: Place | null, reported: Place | null): Place | null {
  if (before === null || reported === null) return reported ?? before;
  const lessExact = PARTS.every((part) => reported[part] === undefined || reported[part] === before[part]);
  return lessExact ? before : reported;
}

/** Whether two places are surely the same: both are given, and one is at most a less exact name of the other. */
export function surelySamePlace(a: Place | null, b: Place | null): boolean {
  if (a === null || b === null) return false;
  return mergedPlace(a, b) === a || mergedPlace(b, a) === b;
}

export const placeIn = (data: Readonly<Record<string, unknown>>): Place | null =>
  (data['place'] as Place | undefined) ?? null;
