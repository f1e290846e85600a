import type { Pool } from 'pg';
import type { AdminKey } from './admin-key.js';
import { mapMaybePromise } from './map-maybe-promise.js';
import type { KeyHolder } from './key-holder.js';
import { digestOfKey, idOfKey, isOneOf } from './key-secret.js';
import { recordKeyUses, readKeyStates, type KeyState } from './key-store.js';
import { RefreshAheadCache } from './refresh-ahead-cache.js';

/** A key that is let in at the moment. */
export interface LiveKey {
  id: string;
  holder: KeyHolder;
  /** Of the secrets that are right: the latest, and the one before it while a rotation still takes it. */
  digests: readonly Buffer[];
  expiresAt: Date | null;
}

/** Why a key that was right is not let in any more. */
export type KeyEnd = 'key-revoked' | 'key-expired' | 'key-rotated';

/** Stands for the configured key where the others have their ids. */
export const ADMIN = 'admin';

/**
 * Finds whose a key is. The keys are read from the database at most once a second each: so one that is revoked, by
 * whatever process, is refused by all a second later, and no request in between waits for a query. A secret that does
 * not fit is refused by what is read then: it may be a new one.
 */
export class Keyring {
  readonly #admin: LiveKey;
  readonly #states: RefreshAheadCache<KeyState>;
  #uses = new Map<string, number>();

  constructor(
    admin: Pick<AdminKey, 'digest'>,
    private readonly pool: Pool,
    private readonly now: () => number = Date.now,
  ) {
    this.#admin = { id: ADMIN, holder: { name: ADMIN, role: 'admin' }, digests: [admin.digest], expiresAt: null };
    this.#states = new RefreshAheadCache((ids) => readKeyStates(pool, ids));
  }

  /**
   * The live key that somebody bears, `null` where there is none like it. Rejects where the database cannot be asked.
   */
  find(key: string): LiveKey | null | Promise<LiveKey | null> {
    const digest = digestOfKey(key);
    if (isOneOf(this.#admin.digests, digest)) return this.#admin;
    const id = idOfKey(key);
    if (id === null) return null;
    return this.live(id, ({ digests }) => isOneOf(digests, digest));
  }

  /** Whom a key stands for. */
  holderOf(key: string): KeyHolder | null | Promise<KeyHolder | null> {
    return mapMaybePromise(this.find(key), (live) => live?.holder ?? null);
  }

  /** The key of an id, where it has not ended and somebody has shown that it is theirs; then it was used. */
  live(id: string, fits: (key: LiveKey) => boolean): LiveKey | null | Promise<LiveKey | null> {
    if (id === ADMIN) return fits(this.#admin) ? this.#admin : null;
    return mapMaybePromise(this.#look(id, fits), (found) => (typeof found === 'string' ? null : this.#used(found)));
  }

  /**
   * Why a key that was right when somebody was let in is not right any more, `null` while it is. This is no use of the
   * key. Where the database cannot be asked, what was read last still says whether the key has run out.
   *
   * @throws what the database throws, where that says nothing
   */
  async endOf(key: string): Promise<KeyEnd | null> {
    const digest = digestOfKey(key);
    const isTheirs = ({ digests }: LiveKey): boolean => isOneOf(digests, digest);
    if (isTheirs(this.#admin)) return null;
    const id = idOfKey(key);
    return id === null ? 'key-rotated' : this.endOfId(id, isTheirs);
  }

  /** The same by the id of a key, where somebody has shown before that it is theirs. */
  async endOfId(id: string, fits: (key: LiveKey) => boolean): Promise<KeyEnd | null> {
    if (id === ADMIN) return fits(this.#admin) ? null : 'key-rotated';
    try {
      const found = await this.#look(id, fits);
      return typeof found === 'string' ? found : null;
    } catch (error) {
      const last = this.#states.last(id);
      const standing = last === undefined ? null : this.#judge(last, fits);
      if (typeof standing === 'string') return standing;
      throw error;
    }
  }

  /** A key was changed by this process. */
  changed(id: string): void {
    this.#states.forget(id);
  }

  /** Writes down which keys were used since the last time. What cannot be written is tried again with the next. */
  async writeUses(): Promise<void> {
    const uses = this.#uses;
    this.#uses = new Map();
    try {
      await recordKeyUses(this.pool, uses);
    } catch (error) {
      this.#uses = new Map([...uses, ...this.#uses]);
      throw error;
    }
  }

  #look(id: string, fits: (key: LiveKey) => boolean): LiveKey | KeyEnd | Promise<LiveKey | KeyEnd> {
    return mapMaybePromise(this.#states.get(id), (state) => {
      const found = this.#judge(state, fits);
      return found === 'key-rotated' ? this.#states.anew(id).then((latest) => this.#judge(latest, fits)) : found;
    });
  }

  #used(live: LiveKey): LiveKey {
    this.#uses.set(live.id, this.now());
    return live;
  }

  /** A secret that does not fit is taken for that of a key that was rotated. */
  #judge(state: KeyState | null, fits: (key: LiveKey) => boolean): LiveKey | KeyEnd {
    const now = this.now();
    if (!state || state.revokedAt) return 'key-revoked';
    if (state.expiresAt && state.expiresAt.getTime() <= now) return 'key-expired';
    const { id, name, role, digest, formerDigest, formerUntil, expiresAt } = state;
    const former = formerDigest && formerUntil && formerUntil.getTime() > now ? [formerDigest] : [];
    const live = { id, holder: { name, role }, digests: [digest, ...former], expiresAt };
    return fits(live) ? live : 'key-rotated';
  }
}
