import type { Pool } from 'pg';
import type { AdminKey } from './admin-key.js';
import { atOnce } from './at-once.js';
import type { KeyHolder } from './key-holder.js';
import { digestOf, idOfKey, isOneOf } from './key-secret.js';
import { noteUses, readKeyStates, type KeyState } from './key-store.js';
import { Recent } from './recent.js';

/** A key that is let in at the moment. */
export interface LiveKey {
  id: string;
  holder: KeyHolder;
  /** Of the secrets that are right: the latest, and the one before it while a rotation still takes it. */
  digests: readonly Buffer[];
  expiresAt: Date | null;
}

/** Stands for the configured key where the others have their ids. */
export const ADMIN = 'admin';

/**
 * Finds whose a key is. The keys are read from the database at most once a second each: so one that is revoked, by whatever process, is refused by all a
 * second later, and no request in between waits for a query. A secret that does not fit is refused by what is read then: it may be a new one.
 */
export class Keyring {
  readonly #admin: LiveKey;
  readonly #states: Recent<KeyState>;
  #uses = new Map<string, number>();

  constructor(
    admin: Pick<AdminKey, 'digest'>,
    private readonly pool: Pool,
    private readonly now: () => number = Date.now,
  ) {
    this.#admin = { id: ADMIN, holder: { name: ADMIN, role: 'admin' }, digests: [admin.digest], expiresAt: null };
    this.#states = new Recent((ids) => readKeyStates(pool, ids));
  }

  /** The live key that somebody bears, `null` where there is none like it. Rejects where the database cannot be asked. */
  find(key: string): LiveKey | null | Promise<LiveKey | null> {
    const digest = digestOf(key);
    if (isOneOf(this.#admin.digests, digest)) return this.#admin;
    const id = idOfKey(key);
    if (id === null) return null;
    return this.live(id, ({ digests }) => isOneOf(digests, digest));
  }

  /** Whom a key stands for. */
  holderOf(key: string): KeyHolder | null | Promise<KeyHolder | null> {
    return atOnce(this.find(key), (live) => live?.holder ?? null);
  }

  /** The key of an id, where it has not ended and somebody has shown that it is theirs; then it was used. */
  live(id: string, fits: (key: LiveKey) => boolean): LiveKey | null | Promise<LiveKey | null> {
    if (id === ADMIN) return fits(this.#admin) ? this.#admin : null;
    return atOnce(this.#states.get(id), (state) => {
      const live = this.#standing(state);
      if (!live || fits(live)) return this.#used(live);
      return this.#states.anew(id).then((read) => {
        const latest = this.#standing(read);
        return this.#used(latest && fits(latest) ? latest : null);
      });
    });
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
      await noteUses(this.pool, uses);
    } catch (error) {
      this.#uses = new Map([...uses, ...this.#uses]);
      throw error;
    }
  }

  #used(live: LiveKey | null): LiveKey | null {
    if (live) this.#uses.set(live.id, this.now());
    return live;
  }

  #standing(state: KeyState | null): LiveKey | null {
    const now = this.now();
    if (!state || state.revokedAt || (state.expiresAt && state.expiresAt.getTime() <= now)) return null;
    const { id, name, role, digest, formerDigest, formerUntil, expiresAt } = state;
    const former = formerDigest && formerUntil && formerUntil.getTime() > now ? [formerDigest] : [];
    return { id, holder: { name, role }, digests: [digest, ...former], expiresAt };
  }
}
