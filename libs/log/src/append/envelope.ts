import { hash } from 'node:crypto';
import type { Envelope } from '../event.js';
import { canonicalJson } from '#catalogue/canonical-json.js';

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

export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');
