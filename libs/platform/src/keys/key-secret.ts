import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a key may do. Each role includes the ones before it. */
export const keyRoles = ['reader', 'editor', 'admin'] as const;
export type KeyRole = (typeof keyRoles)[number];

/** The holder of a key. The name is the `recordedBy` of the events that the holder records. */
export interface KeyHolder {
  name: string;
  role: KeyRole;
}

/** Whether a holder with the role `held` may do what needs the role `needed`. */
export const permits = (held: KeyRole, needed: KeyRole): boolean => keyRoles.indexOf(held) >= keyRoles.indexOf(needed);

const FORM = /^dl_([0-9a-f]{8})_[0-9a-f]{64}$/;

export const newKeyId = (): string => randomBytes(4).toString('hex');

/** `dl_<id>_<secret>`: the id may be shown and logged; the secret has 256 random bits. */
export const newKey = (id = newKeyId()): string => `dl_${id}_${randomBytes(32).toString('hex')}`;

/** The id in a key; `null` if the text does not have the form of a key. */
export const idOfKey = (key: string): string | null => FORM.exec(key)?.[1] ?? null;

/**
 * The sha256 of a key, which is all that is stored of it. A slow hash protects passwords that people choose; 256 random
 * bits cannot be guessed however fast the hash is. The detour by a hex text is faster: a digest as a buffer of its own,
 * with its garbage collection, costs several times the hash.
 */
export const digestOfKey = (key: string | Buffer): Buffer => Buffer.from(hash('sha256', key, 'hex'), 'hex');

/**
 * Compares with every digest in constant time, so that the time taken reveals neither a digest nor which one matched.
 */
export const isOneOf = (digests: readonly Buffer[], given: Buffer): boolean =>
  digests.reduce((found, digest) => timingSafeEqual(digest, given) || found, false);
