/** For a link of a row of tabs: it is the current one where the address has just its parameters. */
export const SAME_SEARCH = { exact: true, includeSearch: true } as const;
