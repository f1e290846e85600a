import type { KeyHolder } from '#platform/keys/key-holder.js';

export { keyRoles as roles, permits, type KeyRole as Role } from '#platform/keys/key-holder.js';

/** Who asks: the holder of a key. */
export type Identity = KeyHolder;

/**
 * Finds the holder of a key, or the one for whom a session was opened; `null` where there is none like that. Compares
 * in constant time.
 */
export type Authenticate = (token: string) => Identity | null | Promise<Identity | null>;
