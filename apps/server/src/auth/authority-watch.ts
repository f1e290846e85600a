import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { KeyEnd } from '#platform/keys/keyring.js';
import type { SessionEnd } from '#platform/keys/sessions.js';
import type { Logger } from 'pino';
import { invalidKey } from './authenticator.js';
import { keyIn, sessionTokenIn } from './credentials.js';

/** The key or session by which a request was authenticated. */
export interface Credential {
  kind: 'key' | 'session';
  token: string;
}

/** Why a credential is no longer valid. */
export type AuthorityEnd = KeyEnd | SessionEnd;

/** Why a credential that was valid has ended; `null` while it has not. Rejects while that cannot be read. */
export type FindAuthorityEnd = (credential: Credential) => Promise<AuthorityEnd | null>;

declare module 'fastify' {
  interface FastifyInstance {
    /** Missing in an application without authentication. */
    authorityWatch?: AuthorityWatch;
  }
}

/** The open answers of one credential. */
interface WatchedCredential {
  credential: Credential;
  answers: Map<ServerResponse, AbortController>;
  checking: boolean;
}

/**
 * How often each credential with an open answer is checked, milliseconds. Keys and sessions are cached for a second at
 * most, each kind read by one query. So an answer ends at most a second and a quarter after its credential.
 */
const CHECK_EVERY_MS = 250;
/** How long an answer has to send its reason and end, milliseconds. Then its connection is cut. */
const CUT_AFTER_MS = 700;

const REASONS: Readonly<Record<AuthorityEnd, string>> = {
  'key-revoked': 'The key was revoked.',
  'key-expired': 'The key has expired.',
  'key-rotated': 'The key was rotated, and this secret is no longer accepted.',
  'session-ended': 'The session was ended.',
  'session-expired': 'The session has expired.',
};

/**
 * Ends long answers when the key or session that authenticated them ends. Checks each credential once, however many
 * answers it has open. While the database is away, a revocation cannot be found, and nothing new can be read either:
 * the answers go on, except those whose key or session expires.
 */
export class AuthorityWatch {
  readonly #watched = new Map<string, WatchedCredential>();
  #timer: NodeJS.Timeout | null = null;
  #failing = false;

  constructor(
    private readonly endOf: FindAuthorityEnd,
    private readonly logger: Pick<Logger, 'info' | 'warn'>,
  ) {}

  /**
   * Watches an answer until it is closed.
   *
   * @returns a signal that is aborted when the credential ends, with a `Problem` as its reason; it is never aborted
   * where the request needed no credential
   */
  watch({ request, raw }: FastifyReply): AbortSignal {
    const credential = credentialOf(request);
    if (credential === null || raw.destroyed) return new AbortController().signal;
    const name = `${credential.kind} ${credential.token}`;
    const watched: WatchedCredential = this.#watched.get(name) ?? {
      credential,
      answers: new Map<ServerResponse, AbortController>(),
      checking: false,
    };
    const known = watched.answers.get(raw);
    if (known) return known.signal;
    const controller = new AbortController();
    watched.answers.set(raw, controller);
    this.#watched.set(name, watched);
    raw.once('close', () => {
      watched.answers.delete(raw);
      if (watched.answers.size === 0 && this.#watched.get(name) === watched) this.#forget(name);
    });
    this.#timer ??= setInterval(() => this.#checkAll(), CHECK_EVERY_MS).unref();
    return controller.signal;
  }

  #checkAll(): void {
    for (const [name, watched] of this.#watched) if (!watched.checking) void this.#check(name, watched);
  }

  async #check(name: string, watched: WatchedCredential): Promise<void> {
    watched.checking = true;
    try {
      const end = await this.endOf(watched.credential);
      this.#failing = false;
      if (end !== null) this.#end(name, watched, REASONS[end]);
    } catch (error) {
      if (!this.#failing)
        this.logger.warn({ err: error }, 'the keys of long answers cannot be checked; the answers go on');
      this.#failing = true;
    } finally {
      watched.checking = false;
    }
  }

  #end(name: string, { answers }: WatchedCredential, detail: string): void {
    this.#forget(name);
    this.logger.info({ answers: answers.size, detail }, 'long answers end because their key or session has ended');
    for (const [raw, controller] of answers) {
      const cut = setTimeout(() => raw.destroy(), CUT_AFTER_MS);
      raw.once('close', () => clearTimeout(cut));
      controller.abort(invalidKey(detail));
    }
  }

  #forget(name: string): void {
    this.#watched.delete(name);
    if (this.#watched.size > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}

/** A signal that is aborted when the request's key or session ends, with a `Problem` as its reason. */
export const watchAuthority = (reply: FastifyReply): AbortSignal =>
  reply.server.authorityWatch?.watch(reply) ?? new AbortController().signal;

/** `null` where the request was accepted without one. As in the Authenticator, a key is used before a session. */
function credentialOf(request: FastifyRequest): Credential | null {
  if (!request.identity) return null;
  const { authorization } = request.headers;
  const token = authorization === undefined ? sessionTokenIn(request) : keyIn(authorization, request.method);
  return { kind: authorization === undefined ? 'session' : 'key', token: token ?? '' };
}
