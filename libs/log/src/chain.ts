import { createHash } from 'node:crypto';

/** What an event's hash covers, beside its predecessor's hash. */
export interface Link {
  position: number;
  version: number;
  /** Microseconds since the epoch. */
  recordedUs: number;
  requestEnd: number;
  /** sha256 of the envelope. */
  contentHash: Buffer;
  recordedBy: string;
}

/** What the first event's predecessor would have: 32 zero bytes. */
export const GENESIS = Buffer.alloc(32);

/**
 * sha256(previous hash ‖ position ‖ story version ‖ recorded_at in µs ‖ request end, each as int8 big-endian ‖ content
 * hash ‖ recorded_by in UTF-8). The log's append function computes the same under its lock.
 */
export function chainHash(previous: Buffer, link: Link): Buffer {
  const numbers = Buffer.alloc(32);
  numbers.writeBigInt64BE(BigInt(link.position), 0);
  numbers.writeBigInt64BE(BigInt(link.version), 8);
  numbers.writeBigInt64BE(BigInt(link.recordedUs), 16);
  numbers.writeBigInt64BE(BigInt(link.requestEnd), 24);
  return createHash('sha256')
    .update(previous)
    .update(numbers)
    .update(link.contentHash)
    .update(link.recordedBy, 'utf8')
    .digest();
}
