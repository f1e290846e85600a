import type { Pool } from 'pg';
import type { AdminKey } from './admin-key.js';
import { mapMaybePromise } from './map-maybe-promise.js';
import { digestOfKey, idOfKey, isOneOf, type KeyHolder } from './key-secret.js';
import { recordKeyUses, readKeyStates, type KeyState } from './key-store.js';
import { RefreshAheadCache } from './refresh-ahead-cache.js';

/** A key that is accepted now. */
export interface LiveKey {
  id: string;
  holder: KeyHolder;
  /** The digests of the accepted secrets: the latest, and the former one while a rotation still accepts it. */
  digests: readonly Buffer[];
  expiresAt: Date | null;
}

/** Why a key is no longer accepted. */
export type KeyEnd = 'key-revoked' | 'key-expired' | 'key-rotated';

/** The id and the holder name of the admin key. */
const ADMIN = 'admin';

/**
 * Finds the holder of a key. Each key is read from the database at most once a second: a key that any process revokes
 * is refused by all a second later, and no request waits for a query meanwhile. Before a secret that does not match is
 * refused, the key is read again, because it may just have been rotated.
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

  /** The live key with this secret; `null` if there is none. Rejects if the database cannot be reached. */
  find(key: string): LiveKey | null | Promise<LiveKey | null> {
    const digest = digestOfKey(key);
    if (isOneOf(this.#admin.digests, digest)) return this.#admin;
    const id = idOfKey(key);
    if (id === null) return null;
    return this.live(id, ({ digests }) => isOneOf(digests, digest));
  }

  /** The holder of a key. */
  holderOf(key: string): KeyHolder | null | Promise<KeyHolder | null> {
    return mapMaybePromise(this.find(key), (live) => live?.holder ?? null);
  }

  /** The key with this id, if it is live and `matches`. Records the use of the key. */
  live(id: string, matches: (key: LiveKey) => boolean): LiveKey | null | Promise<LiveKey | null> {
    if (id === ADMIN) return matches(this.#admin) ? this.#admin : null;
    return mapMaybePromise(this.#look(id, matches), (found) => (typeof found === 'string' ? null : this.#used(found)));
  }

  /**
   * Why a key that was accepted is not accepted any more; `null` while it is. This does not count as a use of the key.
   * If the database cannot be reached, what was last read of the key still decides whether it has ended.
   *
   * @throws the error of the database, if what was last read does not decide
   */
  async endOf(key: string): Promise<KeyEnd | null> {
    const digest = digestOfKey(key);
    const matches = ({ digests }: LiveKey): boolean => isOneOf(digests, digest);
    if (matches(this.#admin)) return null;
    const id = idOfKey(key);
    return id === null ? 'key-rotated' : this.endOfId(id, matches);
  }

  /** The same as `endOf`, by the id of a key. */
  async endOfId(id: string, matches: (key: LiveKey) => boolean): Promise<KeyEnd | null> {
    if (id === ADMIN) return matches(this.#admin) ? null : 'key-rotated';
    try {
      const found = await this.#look(id, matches);
      return typeof found === 'string' ? found : null;
    } catch (error) {
      const last = this.#states.last(id);
      const end = last === undefined ? null : this.#judge(last, matches);
      if (typeof end === 'string') return end;
      throw error;
    }
  }

  /** Call it after this process changed a key. */
  changed(id: string): void {
    this.#states.invalidate(id);
  }

  /** Stores which keys were used since the last call. If that fails, the next call tries again. */
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

  #look(id: string, matches: (key: LiveKey) => boolean): LiveKey | KeyEnd | Promise<LiveKey | KeyEnd> {
    return mapMaybePromise(this.#states.get(id), (state) => {
      const found = this.#judge(state, matches);
      return found === 'key-rotated' ? this.#states.refresh(id).then((latest) => this.#judge(latest, matches)) : found;
    });
  }

  #used(live: LiveKey): LiveKey {
    this.#uses.set(live.id, this.now());
    return live;
  }

  /** A secret that does not match counts as a former secret of a rotated key. */
  #judge(state: KeyState | null, matches: (key: LiveKey) => boolean): LiveKey | KeyEnd {
    const now = this.now();
    if (!state || state.revokedAt) return 'key-revoked';
    if (state.expiresAt && state.expiresAt.getTime() <= now) return 'key-expired';
    const { id, name, role, digest, formerDigest, formerUntil, expiresAt } = state;
    const former = formerDigest && formerUntil && formerUntil.getTime() > now ? [formerDigest] : [];
    const live = { id, holder: { name, role }, digests: [digest, ...former], expiresAt };
    return matches(live) ? live : 'key-rotated';
  }
}
