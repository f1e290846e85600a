export const NEVER_SEEN: readonly (readonly [RegExp, string])[];
export function unseen(folder: string): string[];
export function isWhole(config: object): boolean;
export function forget(folder: string): void;
