import { createHash } from 'node:crypto';
import { chainHash } from '../chain.js';
import { EventKind, type Envelope } from '../event.js';

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
  /** The last version of each story. */
  versions: Map<string, number>;
  /** Of each corroboration, which others can be about: the fact that it belongs to. */
  facts: Map<string, string>;
  /** The request under way: its end and its one recorded_at. */
  request: { end: number; recordedUs: string } | null;
}

export interface Problem {
  position: number;
  problem: string;
}

/** Checks one row against all before it, and moves the chain on; says what is wrong with it, if anything. */
export function checkEvent(chain: Chain, row: CheckedRow): Problem | null {
  const expected = chain.position + 1;
  if (Number(row.position) !== expected) return { position: expected, problem: 'the event is missing' };
  const wrong = (problem: string): Problem => ({ position: expected, problem });

  const contentHash = createHash('sha256').update(row.envelope, 'utf8').digest();
  if (!contentHash.equals(row.content_hash)) return wrong('its content is not what was recorded');
  const column = columnThatDiffers(row, chain);
  if (column) return wrong(`its column ${column} does not say what its content says`);
  const version = (chain.versions.get(row.story) ?? 0) + 1;
  if (Number(row.version) !== version) return wrong(`its version is ${row.version}, but its story has come to ${version}`);
  const request = requestOf(chain, row, expected);
  if (!request) return wrong('its request_end or recorded_at does not fit its request');

  const hash = chainHash(chain.hash, {
    position: expected,
    version,
    recordedUs: Number(row.recorded_us),
    requestEnd: Number(row.request_end),
    contentHash,
    recordedBy: row.recorded_by,
  });
  if (!hash.equals(row.hash)) return wrong('its hash does not follow from its content and its predecessor');

  chain.position = expected;
  chain.hash = hash;
  chain.versions.set(row.story, version);
  chain.request = request.end === expected ? null : request;
  return null;
}

function requestOf(chain: Chain, row: CheckedRow, position: number): Chain['request'] {
  const end = Number(row.request_end);
  if (chain.request) return chain.request.end === end && chain.request.recordedUs === row.recorded_us ? chain.request : null;
  return end >= position ? { end, recordedUs: row.recorded_us } : null;
}

const META: Record<string, EventKind> = {
  StoryOpened: EventKind.storyOpened,
  StoryClosed: EventKind.storyClosed,
  EventCorrected: EventKind.correction,
  EventRetracted: EventKind.retraction,
  EventCorroborated: EventKind.corroboration,
};

function columnThatDiffers(row: CheckedRow, chain: Chain): string | null {
  const said = JSON.parse(row.envelope) as Envelope;
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
