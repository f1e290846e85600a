import { performance } from 'node:perf_hooks';
import { mapMaybePromise } from '#platform/keys/map-maybe-promise.js';
import { Problem } from '../problems/problem.js';
import { keyIn } from './credentials.js';
import { FailedAttempts } from './failed-attempts.js';
import { type Authenticate, type Identity, permits, type Role } from './identity.js';

/** What a route requires: a role, or nothing. */
export type RequiredAccess = 'open' | Role;

export interface AuthenticatorOptions {
  /** Finds the holder of a key. */
  authenticate: Authenticate;
  /** Finds the holder of a session's token. */
  resume: Authenticate;
  /** Reading needs no key. */
  publicRead: boolean;
  /** Called for each invalid key. */
  onFailed: (address: string) => void;
}

/** The credentials of a request. */
export interface Credentials {
  authorization: string | undefined;
  /** The token of a session, where the request may use one. */
  session: string | undefined;
  /** The request has the cookie of a session, which it may not use. */
  hasUnusedSession?: boolean | undefined;
  address: string;
  /** Of the request. One that only reads may send its key as the password of HTTP Basic. */
  method?: string | undefined;
  /** A refusal for want of a valid key also offers HTTP Basic. */
  offersBasic?: boolean | undefined;
  /** Only a key is accepted. A request without one counts as a failed attempt. */
  keyOnly?: boolean | undefined;
  /** A request without a key or session passes, whoever may read. A key that is sent must be valid. */
  keyless?: boolean | undefined;
}

/**
 * Decides whether a request may pass, before its body is read.
 *
 * A key must be valid even where none is needed: otherwise a client with an expired key would read less than it expects
 * and not learn why. An ended session counts as no session, and not as a failed attempt, since nobody guesses a token.
 * Open routes ignore keys.
 */
export class Authenticator {
  constructor(
    private readonly options: AuthenticatorOptions,
    private readonly attempts = new FailedAttempts(),
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Returns the holder of the key or session, or `null` for a request without one. Returns a promise only where the
   * lookup of the key does.
   * @throws Problem `unauthenticated`, `forbidden` or `rate-limited`
   */
  authenticate(
    access: RequiredAccess,
    { authorization, session, address, method = '', ...credentials }: Credentials,
  ): Identity | null | Promise<Identity | null> {
    const { hasUnusedSession, offersBasic, keyOnly, keyless } = credentials;
    if (access === 'open') return null;
    if (authorization !== undefined) {
      const key = keyIn(authorization, method);
      return mapMaybePromise(key === null ? null : this.options.authenticate(key), (identity) =>
        this.#checkKey(identity, access, address, () => invalidKey(undefined, offersBasic)),
      );
    }
    if (keyOnly) return this.#checkKey(null, access, address, missingKey);
    const withoutHolder = (): null => {
      if (keyless || (access === 'reader' && this.options.publicRead)) return null;
      throw hasUnusedSession ? unusedSession() : missingKey(offersBasic);
    };
    if (session === undefined) return withoutHolder();
    return mapMaybePromise(this.options.resume(session), (identity) =>
      identity ? requireRole(identity, access) : withoutHolder(),
    );
  }

  #checkKey(identity: Identity | null, access: Role, address: string, refusal: () => Problem): Identity {
    const now = this.now();
    const blocked = this.attempts.blockedFor(address, now);
    if (blocked > 0 && (identity === null || !this.attempts.trusts(address, identity.name))) {
      throw new Problem('rate-limited', 'Too many invalid keys came from this address.', {
        headers: { 'retry-after': String(blocked) },
      });
    }
    if (identity === null) {
      this.attempts.failed(address, now);
      this.options.onFailed(address);
      throw refusal();
    }
    this.attempts.succeeded(address, identity.name);
    return requireRole(identity, access);
  }
}

function requireRole(identity: Identity, access: Role): Identity {
  if (permits(identity.role, access)) return identity;
  throw new Problem(
    'forbidden',
    `This operation needs a key with the role ${access}; this key has the role ${identity.role}.`,
    { headers: { 'www-authenticate': 'Bearer realm="dateline", error="insufficient_scope"' } },
  );
}

export const missingKey = (offersBasic?: boolean): Problem =>
  unauthenticated(
    'This operation needs a key. Send it as Authorization: Bearer <key>.',
    'Bearer realm="dateline"',
    offersBasic,
  );

const unusedSession = (): Problem =>
  unauthenticated(
    'A session changes something only from a page of this server, with the header X-Dateline-Console: 1. Other ' +
      'requests need a key, as Authorization: Bearer <key>.',
    'Bearer realm="dateline"',
  );

/** The refusal of a key that is not valid or has ended. */
export const invalidKey = (detail = 'The key is not valid.', offersBasic?: boolean): Problem =>
  unauthenticated(detail, 'Bearer realm="dateline", error="invalid_token"', offersBasic);

const BASIC = 'Basic realm="dateline", charset="UTF-8"';

/** Two schemes are two headers: not every client can tell two challenges in one from each other. */
const unauthenticated = (detail: string, bearer: string, offersBasic = false): Problem =>
  new Problem('unauthenticated', detail, { headers: { 'www-authenticate': offersBasic ? [BASIC, bearer] : bearer } });
