import { performance } from 'node:perf_hooks';
import { mapMaybePromise } from '#platform/keys/map-maybe-promise.js';
import { Problem } from '../problems/problem.js';
import { bearerToken } from './bearer-token.js';
import { FailedAttempts } from './failed-attempts.js';
import { permits, type Authenticate, type Identity, type Role } from './roles.js';

/** What a route needs: a role, or nothing. */
export type RequiredAccess = 'open' | Role;

export interface AuthenticatorOptions {
  authenticate: Authenticate;
  /** Whom a session's token stands for. */
  resume: Authenticate;
  /** Reading without a key. */
  publicRead: boolean;
  /** Told of each key that was not right. */
  onFailed: (address: string) => void;
}

/** What the gate looks at. */
export interface Credentials {
  authorization: string | undefined;
  /** The token of a session, where one counts. */
  session: string | undefined;
  address: string;
  /** It is the key itself that is asked for: to come without one is to try one that is not right. */
  keyOnly?: boolean | undefined;
}

/**
 * Lets a request pass or not, before anything of its body is read. A key that is given must be right, also where none
 * is needed: otherwise somebody whose key has run out would be told less and not know why. A browser's session that is
 * over is as none, and no failed attempt: nobody guesses one. Open routes do not look at keys.
 */
export class Authenticator {
  constructor(
    private readonly options: AuthenticatorOptions,
    private readonly attempts = new FailedAttempts(),
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Who passes: the holder of the key, or `null` for somebody without one. Answers at once where the keys do.
   * @throws Problem `unauthenticated`, `forbidden` or `rate-limited`
   */
  authenticate(
    access: RequiredAccess,
    { authorization, session, address, keyOnly }: Credentials,
  ): Identity | null | Promise<Identity | null> {
    if (access === 'open') return null;
    if (authorization !== undefined) {
      const token = bearerToken(authorization);
      return mapMaybePromise(token === null ? null : this.options.authenticate(token), (identity) =>
        this.#judge(identity, access, address),
      );
    }
    if (keyOnly) return this.#judge(null, access, address, needsKey);
    if (session === undefined) return this.#withoutKey(access);
    return mapMaybePromise(this.options.resume(session), (identity) =>
      identity ? allow(identity, access) : this.#withoutKey(access),
    );
  }

  #withoutKey(access: Role): null {
    if (access === 'reader' && this.options.publicRead) return null;
    throw needsKey();
  }

  #judge(identity: Identity | null, access: Role, address: string, refusal = notValid): Identity {
    const now = this.now();
    const blocked = this.attempts.blockedFor(address, now);
    if (blocked > 0 && (identity === null || !this.attempts.trusts(address, identity.name))) {
      throw new Problem('rate-limited', 'Too many keys that are not valid came from this address.', {
        headers: { 'retry-after': String(blocked) },
      });
    }
    if (identity === null) {
      this.attempts.failed(address, now);
      this.options.onFailed(address);
      throw refusal();
    }
    this.attempts.succeeded(address, identity.name);
    return allow(identity, access);
  }
}

function allow(identity: Identity, access: Role): Identity {
  if (permits(identity.role, access)) return identity;
  throw new Problem('forbidden', `This needs a key of the role ${access}; this one is of the role ${identity.role}.`, {
    headers: { 'www-authenticate': 'Bearer realm="dateline", error="insufficient_scope"' },
  });
}

const needsKey = (): Problem =>
  unauthenticated('This needs a key: Authorization: Bearer <key>.', 'Bearer realm="dateline"');

/** A key that is not right, or not any more. */
export const notValid = (detail = 'The key is not valid.'): Problem =>
  unauthenticated(detail, 'Bearer realm="dateline", error="invalid_token"');

const unauthenticated = (detail: string, challenge: string): Problem =>
  new Problem('unauthenticated', detail, { headers: { 'www-authenticate': challenge } });
