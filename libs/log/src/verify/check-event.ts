import { createHash } from 'node:crypto';
import { EventKind, type Envelope } from '../event.js';
import type { Citation } from './check-articles.js';
import type { Problem, VerifyReason } from './problem.js';

/** A row of `event` as it is stored, without any interpretation. */
export interface CheckedRow {
  position: string;
  id: string;
  story: string;
  version: string;
  type: string;
  kind: number;
  target: string | null;
  fact_id: string;
  fact_type: string;
  request_end: string;
  recorded_us: string;
  recorded_by: string;
  content_hash: Buffer;
  hash: Buffer;
  envelope: string;
  /** For an event about an event: the type of the fact with the id `fact_id`. */
  actual_fact_type: string | null;
}

/** The state of the check after some events. */
export interface Chain {
  position: number;
  hash: Buffer;
  /** Microseconds since the epoch. */
  recordedUs: number;
  /** The last version of each story. */
  versions: Map<string, number>;
  /** The closed stories. */
  closed: Set<string>;
  /** For each corroboration, which can be a target too: the fact that it belongs to. */
  facts: Map<string, string>;
  /** The request that has not ended yet: its end, and the recorded_at of all its events. */
  request: { end: number; recordedUs: string } | null;
}

/** The first event has no predecessor; its hash covers 32 zero bytes instead. */
const GENESIS = Buffer.alloc(32);

/** The state before the first event. */
export const startOfChain = (): Chain => ({
  position: 0,
  hash: GENESIS,
  recordedUs: 0,
  versions: new Map(),
  closed: new Set(),
  facts: new Map(),
  request: null,
});

/**
 * Checks one row against those before it, and advances the chain.
 *
 * @param onCitation called with the article that the event cites
 * @returns what is wrong, or null
 */
export function checkEvent(chain: Chain, row: CheckedRow, onCitation: (citation: Citation) => void): Problem | null {
  const expected = chain.position + 1;
  const wrong = (reason: VerifyReason, problem: string): Problem => ({ position: expected, reason, problem });
  if (Number(row.position) !== expected) return wrong('event-missing', 'the event is missing');

  const contentHash = createHash('sha256').update(row.envelope, 'utf8').digest();
  if (!contentHash.equals(row.content_hash)) return wrong('content-changed', 'its content is not what was recorded');
  const envelope = JSON.parse(row.envelope) as Envelope;
  const column = differingColumn(row, envelope, chain);
  if (column) return wrong('column-changed', `its column ${column} differs from its content`);
  const version = (chain.versions.get(row.story) ?? 0) + 1;
  if (Number(row.version) !== version)
    return wrong('version-wrong', `its version is ${row.version}, but it should be ${version}`);
  const request = requestOf(chain, row, expected);
  if (!request) return wrong('request-wrong', 'its request_end or recorded_at does not match its request');

  const recordedUs = Number(row.recorded_us);
  const hash = chainHash(chain.hash, {
    position: expected,
    version,
    recordedUs,
    requestEnd: Number(row.request_end),
    contentHash,
    recordedBy: row.recorded_by,
  });
  if (!hash.equals(row.hash)) return wrong('chain-broken', 'its hash does not match its content and its predecessor');
  if (recordedUs < chain.recordedUs)
    return wrong('time-falls', 'its recorded_at is before that of the event before it');

  chain.position = expected;
  chain.hash = hash;
  chain.recordedUs = recordedUs;
  chain.versions.set(row.story, version);
  updateClosed(chain.closed, row);
  chain.request = request.end === expected ? null : request;
  const { article, sha256 } = envelope.source ?? {};
  if (article !== undefined) onCitation({ position: expected, article, sha256 });
  return null;
}

/** Does the same as `append_events`. */
function updateClosed(closed: Set<string>, { kind, story, fact_type }: CheckedRow): void {
  if (kind === EventKind.storyClosed) closed.add(story);
  else if (kind === EventKind.retraction && fact_type === 'StoryClosed') closed.delete(story);
}

function requestOf(chain: Chain, row: CheckedRow, position: number): Chain['request'] {
  const end = Number(row.request_end);
  if (chain.request)
    return chain.request.end === end && chain.request.recordedUs === row.recorded_us ? chain.request : null;
  return end >= position ? { end, recordedUs: row.recorded_us } : null;
}

const META: Record<string, EventKind> = {
  StoryOpened: EventKind.storyOpened,
  StoryClosed: EventKind.storyClosed,
  EventCorrected: EventKind.correction,
  EventRetracted: EventKind.retraction,
  EventCorroborated: EventKind.corroboration,
};

function differingColumn(row: CheckedRow, envelope: Envelope, chain: Chain): string | null {
  const kind = META[envelope.type] ?? EventKind.fact;
  const target = kind >= EventKind.correction ? (envelope.data.target as string) : null;
  if (row.id !== envelope.id) return 'id';
  if (row.story !== envelope.story) return 'story';
  if (row.type !== envelope.type) return 'type';
  if (row.kind !== kind) return 'kind';
  if (row.target !== target) return 'target';
  if (target === null) {
    if (row.fact_id !== row.id) return 'fact_id';
    return row.fact_type === row.type ? null : 'fact_type';
  }
  // The fact of a target is the target itself, or, if the target is a corroboration, the fact of that.
  if (kind === EventKind.corroboration) chain.facts.set(row.id, row.fact_id);
  if (row.fact_id !== (chain.facts.get(target) ?? target)) return 'fact_id';
  return row.fact_type === row.actual_fact_type ? null : 'fact_type';
}

/** What the hash of an event covers, together with the hash of its predecessor. */
interface Link {
  position: number;
  version: number;
  /** Microseconds since the epoch. */
  recordedUs: number;
  requestEnd: number;
  /** sha256 of the envelope. */
  contentHash: Buffer;
  recordedBy: string;
}

/**
 * sha256(previous hash ‖ position ‖ story version ‖ recorded_at in µs ‖ request end, each as int8 big-endian ‖ content
 * hash ‖ recorded_by in UTF-8). `append_events` computes the same.
 */
function chainHash(previous: Buffer, link: Link): Buffer {
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
