import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { type NewEvent, sealEnvelope } from '#log/append/append-request.js';
import { EventKind, type Envelope } from '#log/event.js';
import { createPool } from '#platform/database/pool.js';
import { createLogger } from '#platform/logging/logger.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { stopAfterwards } from './started.js';

export interface LogDatabase extends TestDatabase {
  /** As the server's role. */
  pool: pg.Pool;
}

/** An empty log in a database of its own, and a pool that ends with the file. */
export async function openLog(): Promise<LogDatabase> {
  const database = await createTestDatabase();
  return { ...database, pool: openPool(database.url, 6) };
}

/** A pool as the server has them, that ends with the file. */
export function openPool(url: string, max: number): pg.Pool {
  const pool = createPool(url, { name: 'test', max }, createLogger('silent'));
  stopAfterwards(() => pool.end());
  return pool;
}

/** Runs something as the owner of the tables. */
export async function asOwner<T>(ownerUrl: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A database that goes away tells whoever asks it next; without a listener the connection at rest would end the test.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const KINDS: Record<string, EventKind> = {
  StoryOpened: EventKind.storyOpened,
  StoryClosed: EventKind.storyClosed,
  EventCorrected: EventKind.correction,
  EventRetracted: EventKind.retraction,
  EventCorroborated: EventKind.corroboration,
};

/** An event ready to be appended. `about`: for an event about an event, the fact that it belongs to. */
export function newEvent(
  type: string,
  said: Partial<Envelope> & { story: string },
  about?: { factId: string; factType: string },
): NewEvent {
  const kind = KINDS[type] ?? EventKind.fact;
  const id = said.id ?? uuid();
  const dated = about ? {} : { occurredAt: '2025-01-01', certainty: 'reported' as const };
  const envelope: Envelope = { id, type, schemaVersion: 1, ...dated, data: {}, ...said };
  const { text, contentHash } = sealEnvelope(envelope);
  return {
    id,
    idGiven: said.id !== undefined,
    kind,
    type,
    story: said.story,
    about: about ? { target: String(envelope.data.target), ...about } : null,
    envelope: text,
    contentHash,
  };
}

export const opened = (story: string, title = story): NewEvent => newEvent('StoryOpened', { story, data: { title } });
export const milestone = (story: string, said: Partial<Envelope> = {}): NewEvent =>
  newEvent('MilestoneReported', { story, data: { text: 'Something happened.' }, ...said });
