import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

const FORM = /^dl_([0-9a-f]{8})_[0-9a-f]{64}$/;

export const newKeyId = (): string => randomBytes(4).toString('hex');

/** `dl_<id>_<secret>`: the id may be shown and logged, the secret has 256 random bits. */
export const newKey = (id = newKeyId()): string => `dl_${id}_${randomBytes(32).toString('hex')}`;

/** The id that a key names, `null` for what does not look like one. */
export const idOfKey = (key: string): string | null => FORM.exec(key)?.[1] ?? null;

/**
 * What is kept of a key: its sha256. A slow hash would guard a secret that people think of; one of 256 random bits
 * cannot be guessed however fast the hash is. By way of a text: a buffer of its own for each, with what collecting it
 * takes, costs several times the hash.
 */
export const digestOfKey = (key: string | Buffer): Buffer => Buffer.from(hash('sha256', key, 'hex'), 'hex');

/** Compares with all of them, each in constant time: the time taken tells nothing of any, nor which it was. */
export const isOneOf = (digests: readonly Buffer[], given: Buffer): boolean =>
  digests.reduce((found, digest) => timingSafeEqual(digest, given) || found, false);
