/** Compares names by code units, as the database does with COLLATE "C". */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
