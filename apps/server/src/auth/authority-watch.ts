import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { KeyEnd } from '#platform/keys/keyring.js';
import type { SessionEnd } from '#platform/keys/sessions.js';
import type { Logger } from 'pino';
import { bearerToken } from './bearer-token.js';
import { notValid } from './authenticator.js';
import { sessionTokenIn } from './session-cookie.js';

/** What let a request in. */
export interface Credential {
  kind: 'key' | 'session';
  token: string;
}

/** Why a credential is not right any more. */
export type AuthorityEnd = KeyEnd | SessionEnd;

/**
 * Finds out whether a credential that was right still is: `null`, or why it is not. Rejects where nobody can say at the
 * moment.
 */
export type FindAuthorityEnd = (credential: Credential) => Promise<AuthorityEnd | null>;

declare module 'fastify' {
  interface FastifyInstance {
    /** Missing where nobody is let in by a key. */
    authorityWatch?: AuthorityWatch;
  }
}

/** The long answers of one credential. */
interface Watched {
  credential: Credential;
  answers: Map<ServerResponse, AbortController>;
  /** Whether somebody is finding out at the moment. */
  looking: boolean;
}

/**
 * How often each credential in use is looked at, milliseconds. What is looked at was read a second ago at most, all
 * keys by one query, and so all sessions: an answer is told of its end a second and a quarter after it at the latest.
 */
const LOOK_EVERY = 250;
/** How long an answer has to say why it ends and to be taken, milliseconds; then its connection is cut. */
const CUT_AFTER = 700;

const REASONS: Readonly<Record<AuthorityEnd, string>> = {
  'key-revoked': 'The key was revoked.',
  'key-expired': 'The key has expired.',
  'key-rotated': 'The key was rotated, and this secret of it is no longer taken.',
  'session-ended': 'The session was ended.',
  'session-expired': 'The session has expired.',
};

/**
 * Ends answers that take long with the key or session that let them in. Looks at each credential while it has an answer
 * under way, however many those are. While the database is away nobody can be found to have been revoked, and nothing
 * new can be read either: answers go on, but for those whose key or session runs out.
 */
export class AuthorityWatch {
  readonly #watched = new Map<string, Watched>();
  #timer: NodeJS.Timeout | null = null;
  #blind = false;

  constructor(
    private readonly endOf: FindAuthorityEnd,
    private readonly logger: Pick<Logger, 'info' | 'warn'>,
  ) {}

  /**
   * Watches over an answer until it is out.
   *
   * @returns is aborted once the credential is not right any more, with a `Problem` as its reason; never where none was
   * needed
   */
  watch({ request, raw }: FastifyReply): AbortSignal {
    const credential = credentialOf(request);
    if (credential === null || raw.destroyed) return new AbortController().signal;
    const name = `${credential.kind} ${credential.token}`;
    const watched: Watched = this.#watched.get(name) ?? {
      credential,
      answers: new Map<ServerResponse, AbortController>(),
      looking: false,
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
    this.#timer ??= setInterval(() => this.#lookAtAll(), LOOK_EVERY).unref();
    return controller.signal;
  }

  #lookAtAll(): void {
    for (const [name, watched] of this.#watched) if (!watched.looking) void this.#look(name, watched);
  }

  async #look(name: string, watched: Watched): Promise<void> {
    watched.looking = true;
    try {
      const end = await this.endOf(watched.credential);
      this.#blind = false;
      if (end !== null) this.#end(name, watched, REASONS[end]);
    } catch (error) {
      if (!this.#blind)
        this.logger.warn({ err: error }, 'the keys of long answers cannot be looked at; the answers go on');
      this.#blind = true;
    } finally {
      watched.looking = false;
    }
  }

  #end(name: string, { answers }: Watched, detail: string): void {
    this.#forget(name);
    this.logger.info({ answers: answers.size, detail }, 'long answers end with what let them in');
    for (const [raw, controller] of answers) {
      const cut = setTimeout(() => raw.destroy(), CUT_AFTER);
      raw.once('close', () => clearTimeout(cut));
      controller.abort(notValid(detail));
    }
  }

  #forget(name: string): void {
    this.#watched.delete(name);
    if (this.#watched.size > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}

/** The signal that ends a long answer, with a `Problem` as its reason. */
export const watchAuthority = (reply: FastifyReply): AbortSignal =>
  reply.server.authorityWatch?.watch(reply) ?? new AbortController().signal;

/** `null` where a request was let in without one. A key goes before a session, as it does at the gate. */
function credentialOf(request: FastifyRequest): Credential | null {
  if (!request.identity) return null;
  const { authorization } = request.headers;
  const token = authorization === undefined ? sessionTokenIn(request) : bearerToken(authorization);
  return { kind: authorization === undefined ? 'session' : 'key', token: token ?? '' };
}
