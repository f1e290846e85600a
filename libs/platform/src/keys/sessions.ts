import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { auditParameters, auditCte, type Actor } from '../audit/audit-trail.js';
import { inTransaction, withClient } from '../database/in-transaction.js';
import { mapMaybePromise } from './map-maybe-promise.js';
import { digestOfKey, type KeyHolder } from './key-secret.js';
import type { KeyEnd, Keyring, LiveKey } from './keyring.js';
import { RefreshAheadCache } from './refresh-ahead-cache.js';

/** How long a session lasts after a use, and after it was opened at most; milliseconds. */
const SESSION_MS = 3_600_000;
const MAX_SESSION_MS = 12 * SESSION_MS;
/**
 * An extension that gains less is not written, milliseconds. So a session costs at most one write a minute in each
 * process, however often it is used.
 */
const MIN_EXTENSION_MS = 60_000;

/** How many sessions one key may have open at a time. */
const MAX_SESSIONS = 20;

/** Why a session has ended: by itself, or with its key. */
export type SessionEnd = 'session-ended' | 'session-expired' | KeyEnd;

export interface Session {
  key: LiveKey;
  expiresAt: Date;
  /** It is never extended beyond this. */
  latestEnd: Date;
}

/** A session that was just opened. */
export interface OpenedSession {
  /** For the cookie. */
  token: string;
  expiresAt: Date;
  latestEnd: Date;
}

interface SessionState {
  keyId: string;
  proof: Buffer;
  openedAt: Date;
  expiresAt: Date;
}

/** With these limits a process that hangs in the transaction does not block others for long. */
const BEGIN = `begin; set local lock_timeout = '1s'; set local idle_in_transaction_session_timeout = '5s'`;

/**
 * $1 the key's id. Over all processes, one session of a key is opened at a time, so that each transaction sees the
 * sessions before it. 7364 marks the locks of sessions.
 */
const LOCK = `select pg_advisory_xact_lock(7364, hashtext($1))`;

/** $1 the key's id, $2 how many of its latest sessions to keep. */
const END_OLDEST = `
delete from session where id in (select id from session where key_id = $1 order by opened_at desc, id offset $2)
returning encode(id, 'hex') as name`;

/** $1 id, $2 the key's id, $3 proof, $4 expiry; $5 to $10 audit entry. */
const OPEN = `
with made as (insert into session (id, key_id, proof, expires_at) values ($1, $2, $3, $4) returning 1)
${auditCte('made', 5)}`;

/** $1 id; $2 to $7 audit entry. */
const END = `with made as (delete from session where id = $1 returning 1) ${auditCte('made', 2)}`;

const STATES = `
select encode(id, 'hex') as id, key_id as "keyId", proof, opened_at as "openedAt", expires_at as "expiresAt"
  from session where id = any($1)`;

/** $1 id, $2 expiry. Another process may have written a later one. */
const EXTEND = `update session set expires_at = greatest(expires_at, $2) where id = $1`;

const SWEEP = `delete from session where expires_at < now()`;

/**
 * Sessions: a random token in a cookie represents a key for an hour after each use, and twelve hours at most. They are
 * stored in the database, so that they survive a restart, are valid in every process, and can be ended. The stored data
 * let nobody in and reveal nothing of
 * the key: the digest of the token, and an HMAC of the key's digest under the token (the proof). The proof is checked
 * against the key's present digests, so a session ends with its key, or when the key is rotated.
 */
export class Sessions {
  readonly #states: RefreshAheadCache<SessionState>;
  /** The extensions that are being written. */
  readonly #extensions = new Map<string, Promise<void>>();

  constructor(
    private readonly pool: Pool,
    private readonly keyring: Keyring,
    private readonly now: () => number = Date.now,
  ) {
    this.#states = new RefreshAheadCache((ids) => this.#read(ids));
  }

  /**
   * Opens a session for the bearer of a live key. If the key has 20 sessions, the oldest one ends.
   *
   * @param key the key as it was sent
   */
  async open(live: LiveKey, key: string, actor: Actor): Promise<OpenedSession> {
    const token = randomBytes(32).toString('base64url');
    const now = this.now();
    const latestEnd = latestEndOf(now, live);
    const expiresAt = new Date(Math.min(now + SESSION_MS, latestEnd.getTime()));
    const ended = await withClient(this.pool, (client) =>
      inTransaction(client, BEGIN, async () => {
        await client.query(LOCK, [live.id]);
        const { rows } = await client.query<{ name: string }>(END_OLDEST, [live.id, MAX_SESSIONS - 1]);
        const detail = rows.length > 0 ? { ended: rows.length } : {};
        const entry = auditParameters(actor, { action: 'session-opened', subject: live.holder.name, detail });
        await client.query(OPEN, [digestOfKey(token), live.id, proofOf(token, digestOfKey(key)), expiresAt, ...entry]);
        return rows;
      }),
    );
    for (const { name } of ended) this.#states.invalidate(name);
    return { token, expiresAt, latestEnd };
  }

  /** The session of a token; `null` if it has ended. Does not prolong it. Rejects if the database cannot be reached. */
  find(token: string): Session | null | Promise<Session | null> {
    return mapMaybePromise(this.#states.get(nameOf(token)), (state) => this.#liveSession(token, state));
  }

  /** The same, once an extension that is under way has been written. */
  async findExtended(token: string): Promise<Session | null> {
    await this.#extensions.get(nameOf(token));
    return this.find(token);
  }

  /**
   * Why the session of a token has ended; `null` while it is open. If the database cannot be reached, what was last
   * read of the session still decides whether it has expired.
   *
   * @throws the error of the database, if nothing was read before
   */
  async endOf(token: string): Promise<SessionEnd | null> {
    const state = await this.#latest(nameOf(token));
    if (!state) return 'session-ended';
    if (state.expiresAt.getTime() <= this.now()) return 'session-expired';
    return this.keyring.endOfId(state.keyId, belongsTo(token, state));
  }

  /** The holder of the key that a token represents. This is a use of the session, and extends it. */
  holderOf(token: string): KeyHolder | null | Promise<KeyHolder | null> {
    return mapMaybePromise(this.find(token), (session) => {
      if (session) this.#extend(token, session);
      return session?.key.holder ?? null;
    });
  }

  /** Ends the session of a token, if there is one. */
  async end(token: string, actor: Actor): Promise<void> {
    await this.pool.query(END, [
      digestOfKey(token),
      ...auditParameters(actor, { action: 'session-ended', subject: actor.actor ?? '' }),
    ]);
    this.#states.invalidate(nameOf(token));
  }

  /** Deletes the expired sessions. */
  async sweep(): Promise<void> {
    await this.pool.query(SWEEP);
  }

  #liveSession(token: string, state: SessionState | null): Session | null | Promise<Session | null> {
    if (!state || state.expiresAt.getTime() <= this.now()) return null;
    return mapMaybePromise(
      this.keyring.live(state.keyId, belongsTo(token, state)),
      (key) => key && { key, expiresAt: state.expiresAt, latestEnd: latestEndOf(state.openedAt.getTime(), key) },
    );
  }

  /** No request waits for this. If it fails, the next use tries again. */
  #extend(token: string, { expiresAt, latestEnd }: Session): void {
    const until = Math.min(this.now() + SESSION_MS, latestEnd.getTime());
    if (until - expiresAt.getTime() < MIN_EXTENSION_MS) return;
    const name = nameOf(token);
    if (this.#extensions.has(name)) return;
    const extension = this.pool
      .query(EXTEND, [digestOfKey(token), new Date(until)])
      .then(
        () => this.#states.invalidate(name),
        () => undefined,
      )
      .finally(() => this.#extensions.delete(name));
    this.#extensions.set(name, extension);
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

/** A session ends with its key, and twelve hours after it was opened. */
const latestEndOf = (openedAt: number, key: LiveKey): Date =>
  new Date(Math.min(openedAt + MAX_SESSION_MS, key.expiresAt?.getTime() ?? Infinity));

const nameOf = (token: string): string => digestOfKey(token).toString('hex');

/** Whether a key is the one for which the session of a token was opened. */
const belongsTo =
  (token: string, { proof }: SessionState) =>
  ({ digests }: LiveKey): boolean =>
    digests.some((digest) => timingSafeEqual(proofOf(token, digest), proof));

const proofOf = (token: string, keyDigest: Buffer): Buffer => createHmac('sha256', token).update(keyDigest).digest();
