import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf, type Identity, roles } from '../auth/identity.js';
import { invalidKey } from '../auth/authenticator.js';
import { bearerToken, expiredSessionCookie, sessionCookie, sessionTokenIn } from '../auth/credentials.js';
import { FixedWindow } from '../auth/rate-limiter.js';
import { AUTH, type AuthPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { BrowserPage, PAGE } from '../browser-pages/pages.js';
import { Endpoint } from '../openapi/endpoint.js';
import { Problem } from '../problems/problem.js';
import { SIGN_IN_FILES, SIGN_IN_PAGE, SIGN_IN_POLICY } from './sign-in-page.js';

export const SessionBody = z
  .strictObject({
    name: z.string().nullable().meta({
      description:
        'The name of the key, as in `recordedBy` of events recorded with it; null: no key and no session was sent',
    }),
    role: z.enum(roles).nullable(),
    expiresAt: z
      .string()
      .nullable()
      .meta({
        description:
          'When the session expires if it is not used again. A use extends it by up to an hour, to twelve hours at ' +
          'most. Null for a request with the key itself',
      }),
    publicRead: z.boolean().meta({ description: 'Whether this server lets anybody read' }),
  })
  .meta({ id: 'Session', description: 'Who sends the request, and what they may do' });
export type SessionBody = z.infer<typeof SessionBody>;

/** Only the script of the page reads `next`. */
const SignInQuery = z.strictObject({
  next: z.string().optional().meta({ description: 'The page of this server to open after signing in' }),
});

const SET_COOKIE = {
  'Set-Cookie': 'The session’s cookie: HttpOnly, SameSite=Strict, and Secure where the request came over TLS',
};

/** Sessions that one key may open in a process. Each is in the audit trail, and only a script would open more. */
const OPENINGS = { limit: 20, windowMs: 60_000, holders: 10_000 };

@ApiTags('access')
@Controller()
export class SessionController {
  readonly #openings = new FixedWindow(OPENINGS);

  constructor(
    @Inject(AUTH) private readonly auth: AuthPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
  ) {}

  @Post('v1/session')
  @HttpCode(201)
  @Endpoint({
    id: 'openSession',
    summary: 'Exchanges a key for a session cookie, for pages in a browser',
    description:
      'A session lasts an hour after its last use, and twelve hours at most. It ends earlier when its key ends or is ' +
      'rotated. A key has at most 20 sessions: a further one ends the oldest. At most 20 may be opened in a minute. ' +
      'With the cookie a browser can read. From pages of this server it can do all that the key can do, where the ' +
      'request has the header `X-Dateline-Console: 1`.',
    access: 'reader',
    keyOnly: true,
    answers: { 201: { description: 'The session was opened', schema: SessionBody, headers: SET_COOKIE } },
  })
  @Header('cache-control', 'no-store')
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { keyring, sessions } = this.auth;
    const key = bearerToken(request.headers.authorization ?? '');
    const live = key === null ? null : await keyring.find(key);
    if (key === null || !live) throw invalidKey();
    const { granted, seconds } = this.#openings.take(live.id, performance.now());
    if (!granted) {
      throw new Problem(
        'rate-limited',
        `A key may open ${OPENINGS.limit} sessions in a minute. It may open the next one in ${seconds} s.`,
        { headers: { 'retry-after': String(seconds) } },
      );
    }
    const { token, expiresAt, latestEnd } = await sessions.open(live, key, actorOf(request));
    const body = this.#toBody(live.holder, expiresAt);
    // The browser keeps the cookie for as long as the session may be extended.
    void reply.header('set-cookie', sessionCookie(request.server, request, token, latestEnd)).send(body);
  }

  @Get('v1/session')
  @Endpoint({
    id: 'getSession',
    summary: 'The holder of the request’s key or session, if it has one',
    access: 'reader',
    keyless: true,
    answers: { 200: { description: 'The holder, or nobody', schema: SessionBody } },
  })
  @Header('cache-control', 'no-store')
  async get(@Req() request: FastifyRequest): Promise<SessionBody> {
    const { identity } = request;
    const token = request.headers.authorization === undefined ? sessionTokenIn(request) : undefined;
    const session = token === undefined ? null : await this.auth.sessions.findExtended(token);
    return this.#toBody(identity, identity && (session?.expiresAt ?? null));
  }

  #toBody(holder: Identity | null, expiresAt: Date | null): SessionBody {
    const { publicRead } = this.runtime.config;
    return {
      name: holder?.name ?? null,
      role: holder?.role ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
      publicRead,
    };
  }

  @Delete('v1/session')
  @HttpCode(204)
  @Endpoint({
    id: 'endSession',
    summary: 'Ends the session of the request’s cookie, if it has one',
    access: 'open',
    limited: true,
    answers: { 204: { description: 'The session has ended, or there was none', headers: SET_COOKIE } },
    problems: ['unavailable'],
  })
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { sessions } = this.auth;
    const token = sessionTokenIn(request);
    const session = token === undefined ? null : await sessions.find(token);
    if (token !== undefined && session)
      await sessions.end(token, { ...actorOf(request), actor: session.key.holder.name });
    void reply.header('set-cookie', expiredSessionCookie(request.server, request)).send();
  }

  @Get('sign-in')
  @Endpoint({
    id: 'getSignIn',
    summary: 'A page that opens a session',
    access: 'open',
    query: SignInQuery,
    answers: { 200: PAGE },
  })
  @BrowserPage(SIGN_IN_POLICY)
  signIn(): string {
    return SIGN_IN_PAGE;
  }

  @Get('sign-in/:file')
  @Endpoint({
    id: 'getSignInFile',
    summary: 'A file of the sign-in page',
    access: 'open',
    params: { file: z.string() },
    example: { params: { file: 'page.css' } },
    answers: { 200: { description: 'The file', types: ['text/javascript', 'text/css'] } },
    problems: ['not-found'],
  })
  file(@Param('file') name: string, @Res() reply: FastifyReply): void {
    const file = SIGN_IN_FILES.get(name);
    if (!file) throw new Problem('not-found', 'The sign-in page has no such file.');
    void reply.header('content-type', file.type).send(file.body);
  }
}
