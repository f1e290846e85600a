/** What a key may do, each role all that the one before it may. */
export const keyRoles = ['reader', 'editor', 'admin'] as const;
export type KeyRole = (typeof keyRoles)[number];

/** Whom a key stands for. The name is what an event's metadata says as `recordedBy`. */
export interface KeyHolder {
  name: string;
  role: KeyRole;
}

/** Whether somebody of one role may do what needs another. */
export const permits = (held: KeyRole, needed: KeyRole): boolean => keyRoles.indexOf(held) >= keyRoles.indexOf(needed);
