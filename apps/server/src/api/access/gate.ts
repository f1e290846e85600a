import { performance } from 'node:perf_hooks';
import { Problem } from '../problems/problem.js';
import { FailedAttempts } from './failed-attempts.js';
import { permits, type Authenticate, type Identity, type Role } from './roles.js';

/** What a route needs: a role, or nothing. */
export type Access = 'open' | Role;

export interface GateOptions {
  authenticate: Authenticate;
  /** Reading without a key. */
  publicRead: boolean;
}

/** What the gate looks at. */
export interface Visitor {
  authorization: string | undefined;
  address: string;
}

/**
 * Lets a request pass or not, before anything of its body is read. A key that is given must be right, also where none is needed: otherwise
 * somebody whose key has run out would be told less and not know why. Open routes do not look at keys.
 */
export class Gate {
  constructor(
    private readonly options: GateOptions,
    private readonly attempts = new FailedAttempts(),
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Who passes: the holder of the key, or `null` for somebody without one. Answers at once where the keys do.
   * @throws Problem `unauthenticated`, `forbidden` or `rate-limited`
   */
  admit(access: Access, visitor: Visitor): Identity | null | Promise<Identity | null> {
    if (access === 'open') return null;
    if (visitor.authorization === undefined) {
      if (access === 'reader' && this.options.publicRead) return null;
      throw unauthenticated('This needs a key: Authorization: Bearer <key>.', 'Bearer realm="dateline"');
    }
    const token = bearerToken(visitor.authorization);
    const found = token === null ? null : this.options.authenticate(token);
    return found instanceof Promise
      ? found.then((identity) => this.#judge(identity, access, visitor.address))
      : this.#judge(found, access, visitor.address);
  }

  #judge(identity: Identity | null, access: Role, address: string): Identity {
    const now = this.now();
    const blocked = this.attempts.blockedFor(address, now);
    if (blocked > 0 && (identity === null || !this.attempts.trusts(address, identity.name))) {
      throw new Problem('rate-limited', 'Too many keys that are not valid came from this address.', {
        headers: { 'retry-after': String(blocked) },
      });
    }
    if (identity === null) {
      this.attempts.failed(address, now);
      throw unauthenticated('The key is not valid.', 'Bearer realm="dateline", error="invalid_token"');
    }
    this.attempts.succeeded(address, identity.name);
    if (permits(identity.role, access)) return identity;
    throw new Problem('forbidden', `This needs a key of the role ${access}; this one is of the role ${identity.role}.`, {
      headers: { 'www-authenticate': 'Bearer realm="dateline", error="insufficient_scope"' },
    });
  }
}

const unauthenticated = (detail: string, challenge: string): Problem =>
  new Problem('unauthenticated', detail, { headers: { 'www-authenticate': challenge } });

/** The key of an `Authorization` header, `null` for another scheme. Node reads header bytes as Latin-1; a key is UTF-8. */
function bearerToken(authorization: string): string | null {
  const token = /^Bearer +(\S(?:.*\S)?) *$/i.exec(authorization)?.[1];
  return token === undefined ? null : Buffer.from(token, 'latin1').toString('utf8');
}
