/** What a key may do, each role all that the one before it may. */
export const roles = ['reader', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who asks: the holder of a key. The name is what an event's metadata says as `recordedBy`. */
export interface Identity {
  name: string;
  role: Role;
}

/** Finds the holder of a key, or `null` where no key is like that. Compares in constant time. */
export type Authenticate = (token: string) => Identity | null | Promise<Identity | null>;

/** Whether somebody of one role may do what needs another. */
export const permits = (held: Role, needed: Role): boolean => roles.indexOf(held) >= roles.indexOf(needed);
