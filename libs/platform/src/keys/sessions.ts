import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { auditParameters, auditCte, type Actor } from '../audit/audit-trail.js';
import { withClient } from '../database/with-client.js';
import { mapMaybePromise } from './map-maybe-promise.js';
import type { KeyHolder } from './key-holder.js';
import { digestOfKey } from './key-secret.js';
import type { KeyEnd, Keyring, LiveKey } from './keyring.js';
import { RefreshAheadCache } from './refresh-ahead-cache.js';

/** How long a session lasts, seconds. */
export const SESSION_SECONDS = 3600;

/** How many sessions of one key are open at a time. */
export const MAX_SESSIONS = 20;

/** Why a session that was open is not any more: by itself, or with its key. */
export type SessionEnd = 'session-ended' | 'session-expired' | KeyEnd;

export interface Session {
  key: LiveKey;
  expiresAt: Date;
}

interface SessionState {
  keyId: string;
  proof: Buffer;
  expiresAt: Date;
}

/** A process that is frozen in between holds up nobody for long. */
const BEGIN = `begin; set local lock_timeout = '1s'; set local idle_in_transaction_session_timeout = '5s'`;

/**
 * $1 the key's id. One session of a key is opened at a time, in whatever process, so that each sees those before it.
 * 7364 stands for sessions.
 */
const LOCK = `select pg_advisory_xact_lock(7364, hashtext($1))`;

/** $1 the key's id, $2 how many of its sessions stay, the latest. */
const END_OLDEST = `
delete from session where id in (select id from session where key_id = $1 order by opened_at desc, id offset $2)
returning encode(id, 'hex') as name`;

/** $1 id, $2 the key's id, $3 proof, $4 expiry; $5 to $10 the note. */
const OPEN = `
with made as (insert into session (id, key_id, proof, expires_at) values ($1, $2, $3, $4) returning 1)
${auditCte('made', 5)}`;

/** $1 id; $2 to $7 the note. */
const END = `with made as (delete from session where id = $1 returning 1) ${auditCte('made', 2)}`;

const STATES = `select encode(id, 'hex') as id, key_id as "keyId", proof, expires_at as "expiresAt" from session where id = any($1)`;

const SWEEP = `delete from session where expires_at < now()`;

/**
 * Sessions: a random token in a cookie stands for a key for an hour. They are kept in the database, so that they
 * outlive a restart, hold for every process, and can be ended. What is kept lets nobody in, and tells nothing of the
 * key: the token's digest, and an HMAC under the token that only the digest of a key that is still right gives again.
 * So a session ends with its key, or when that is rotated.
 */
export class Sessions {
  readonly #states: RefreshAheadCache<SessionState>;

  constructor(
    private readonly pool: Pool,
    private readonly keyring: Keyring,
    private readonly now: () => number = Date.now,
  ) {
    this.#states = new RefreshAheadCache((ids) => this.#read(ids));
  }

  /**
   * Opens a session for the bearer of a key that is right. A key has 20 at most: the oldest one ends for the new one.
   *
   * @param key as it was sent
   */
  async open(live: LiveKey, key: string, actor: Actor): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const last = this.now() + SESSION_SECONDS * 1000;
    const expiresAt = new Date(Math.min(last, live.expiresAt?.getTime() ?? last));
    const ended = await withClient(this.pool, async (client) => {
      await client.query(BEGIN);
      await client.query(LOCK, [live.id]);
      const { rows } = await client.query<{ name: string }>(END_OLDEST, [live.id, MAX_SESSIONS - 1]);
      const detail = rows.length > 0 ? { ended: rows.length } : {};
      const note = auditParameters(actor, { action: 'session-opened', subject: live.holder.name, detail });
      await client.query(OPEN, [digestOfKey(token), live.id, proofOf(token, digestOfKey(key)), expiresAt, ...note]);
      await client.query('commit');
      return rows;
    });
    for (const { name } of ended) this.#states.forget(name);
    return { token, expiresAt };
  }

  /** The session of a token, `null` where it is over. Rejects where the database cannot be asked. */
  find(token: string): Session | null | Promise<Session | null> {
    return mapMaybePromise(this.#states.get(nameOf(token)), (state) => this.#standing(token, state));
  }

  /**
   * Why the session of a token that was let in is not open any more, `null` while it is. Where the database cannot be
   * asked, what was read last still says whether it has run out.
   *
   * @throws what the database throws, where that says nothing
   */
  async endOf(token: string): Promise<SessionEnd | null> {
    const state = await this.#latest(nameOf(token));
    if (!state) return 'session-ended';
    if (state.expiresAt.getTime() <= this.now()) return 'session-expired';
    return this.keyring.endOfId(state.keyId, isOf(token, state));
  }

  /** Whom a token stands for. */
  holderOf(token: string): KeyHolder | null | Promise<KeyHolder | null> {
    return mapMaybePromise(this.find(token), (session) => session?.key.holder ?? null);
  }

  /** Ends the session of a token, if there is one. */
  async end(token: string, actor: Actor): Promise<void> {
    await this.pool.query(END, [
      digestOfKey(token),
      ...auditParameters(actor, { action: 'session-ended', subject: actor.actor ?? '' }),
    ]);
    this.#states.forget(nameOf(token));
  }

  /** Deletes those that are over. */
  async sweep(): Promise<void> {
    await this.pool.query(SWEEP);
  }

  #standing(token: string, state: SessionState | null): Session | null | Promise<Session | null> {
    if (!state || state.expiresAt.getTime() <= this.now()) return null;
    return mapMaybePromise(
      this.keyring.live(state.keyId, isOf(token, state)),
      (key) => key && { key, expiresAt: state.expiresAt },
    );
  }

  async #latest(name: string): Promise<SessionState | null> {
    try {
      return await this.#states.get(name);
    } catch (error) {
      const last = this.#states.last(name);
      if (last === undefined) throw error;
      return last;
    }
  }

  async #read(names: readonly string[]): Promise<Map<string, SessionState>> {
    const { rows } = await this.pool.query<SessionState & { id: string }>(STATES, [
      names.map((name) => Buffer.from(name, 'hex')),
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const nameOf = (token: string): string => digestOfKey(token).toString('hex');

/** Whether a key is the one for which the session of a token was opened. */
const isOf =
  (token: string, { proof }: SessionState) =>
  ({ digests }: LiveKey): boolean =>
    digests.some((digest) => timingSafeEqual(proofOf(token, digest), proof));

const proofOf = (token: string, keyDigest: Buffer): Buffer => createHmac('sha256', token).update(keyDigest).digest();
