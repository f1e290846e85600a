import { createHash } from 'node:crypto';
import { chainHash, GENESIS } from '../chain.js';
import { EventKind, type Envelope } from '../event.js';
import type { Citation } from './check-articles.js';
import type { Problem, VerifyReason } from './problem.js';

/** A row of `event` as it stands, nothing interpreted. */
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
  /** For an event about an event: the type of the fact that fact_id names. */
  told_type: string | null;
}

/** How far the log has been checked. */
export interface Chain {
  position: number;
  hash: Buffer;
  /** Microseconds since the epoch. */
  recordedUs: number;
  /** The last version of each story. */
  versions: Map<string, number>;
  /** The stories that are closed. */
  closed: Set<string>;
  /** Of each corroboration, which others can be about: the fact that it belongs to. */
  facts: Map<string, string>;
  /** The request under way: its end and its one recorded_at. */
  request: { end: number; recordedUs: string } | null;
}

/** Before the first event. */
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
 * Checks one row against all before it, and moves the chain on; says what is wrong with it, if anything.
 *
 * @param cite is told which article it cites
 */
export function checkEvent(chain: Chain, row: CheckedRow, cite: (citation: Citation) => void): Problem | null {
  const expected = chain.position + 1;
  const wrong = (reason: VerifyReason, problem: string): Problem => ({ position: expected, reason, problem });
  if (Number(row.position) !== expected) return wrong('event-missing', 'the event is missing');

  const contentHash = createHash('sha256').update(row.envelope, 'utf8').digest();
  if (!contentHash.equals(row.content_hash)) return wrong('content-changed', 'its content is not what was recorded');
  const said = JSON.parse(row.envelope) as Envelope;
  const column = columnThatDiffers(row, said, chain);
  if (column) return wrong('column-changed', `its column ${column} does not say what its content says`);
  const version = (chain.versions.get(row.story) ?? 0) + 1;
  if (Number(row.version) !== version)
    return wrong('version-wrong', `its version is ${row.version}, but its story has come to ${version}`);
  const request = requestOf(chain, row, expected);
  if (!request) return wrong('request-wrong', 'its request_end or recorded_at does not fit its request');

  const recordedUs = Number(row.recorded_us);
  const hash = chainHash(chain.hash, {
    position: expected,
    version,
    recordedUs,
    requestEnd: Number(row.request_end),
    contentHash,
    recordedBy: row.recorded_by,
  });
  if (!hash.equals(row.hash))
    return wrong('chain-broken', 'its hash does not follow from its content and its predecessor');
  if (recordedUs < chain.recordedUs)
    return wrong('time-falls', 'its recorded_at is before that of the event before it');

  chain.position = expected;
  chain.hash = hash;
  chain.recordedUs = recordedUs;
  chain.versions.set(row.story, version);
  noteClosing(chain.closed, row);
  chain.request = request.end === expected ? null : request;
  const { article, sha256 } = said.source ?? {};
  if (article !== undefined) cite({ position: expected, article, sha256 });
  return null;
}

/** As the log's append function does. */
function noteClosing(closed: Set<string>, { kind, story, fact_type }: CheckedRow): void {
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

function columnThatDiffers(row: CheckedRow, said: Envelope, chain: Chain): string | null {
  const kind = META[said.type] ?? EventKind.fact;
  const target = kind >= EventKind.correction ? (said.data.target as string) : null;
  if (row.id !== said.id) return 'id';
  if (row.story !== said.story) return 'story';
  if (row.type !== said.type) return 'type';
  if (row.kind !== kind) return 'kind';
  if (row.target !== target) return 'target';
  if (target === null) {
    if (row.fact_id !== row.id) return 'fact_id';
    return row.fact_type === row.type ? null : 'fact_type';
  }
  // The fact of a target is the target itself, or that of the corroboration which is the target.
  if (kind === EventKind.corroboration) chain.facts.set(row.id, row.fact_id);
  if (row.fact_id !== (chain.facts.get(target) ?? target)) return 'fact_id';
  return row.fact_type === row.told_type ? null : 'fact_type';
}
