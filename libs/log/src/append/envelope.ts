import canonicalizeModule from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Envelope } from '../event.js';

// Its types say `export default`, its CommonJS code assigns `module.exports`: at run time the import is the function itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** An envelope ready to be appended: its canonical text (RFC 8785) and the sha256 of that text, hex. */
export interface SealedEnvelope {
  text: string;
  contentHash: string;
}

/** Seals an envelope. Two envelopes have the same content hash exactly when they say the same. */
export function sealEnvelope(envelope: Envelope): SealedEnvelope {
  const text = canonicalJson(envelope);
  return { text, contentHash: sha256Hex(text) };
}

/** Canonical JSON (RFC 8785). Keys whose value is `undefined` are left out. Throws `TypeError` on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('nothing to write as JSON');
  return text;
}

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
