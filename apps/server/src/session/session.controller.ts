import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { bearerToken } from '../auth/bearer-token.js';
import { actorOf } from '../auth/actor.js';
import { notValid } from '../auth/authenticator.js';
import { FixedWindow } from '../auth/fixed-window.js';
import { noSessionCookie, sessionCookie, sessionTokenIn } from '../auth/session-cookie.js';
import { Endpoint } from '../openapi/endpoint.js';
import { BrowserPage, PAGE } from '../browser-pages/page.js';
import { Problem } from '../problems/problem.js';
import { SessionBody, SignInQuery } from './session.schema.js';
import { SIGN_IN_FILES, SIGN_IN_PAGE, SIGN_IN_POLICY } from './sign-in-page.js';

const SET_COOKIE = {
  'Set-Cookie': 'The session: HttpOnly, SameSite=Strict, and Secure where the request came over TLS',
};

/** Sessions that one key may open in a process: each stands in the audit trail, and nobody but a script opens more. */
const OPENINGS = { limit: 20, windowMs: 60_000, holders: 10_000 };

@ApiTags('access')
@Controller()
export class SessionController {
  readonly #openings = new FixedWindow(OPENINGS);

  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {}

  @Post('v1/session')
  @HttpCode(201)
  @Endpoint({
    id: 'openSession',
    summary: 'Exchanges a key for the cookie of a session, for the pages that a browser opens',
    description:
      'The session lasts an hour, not longer than the key, and ends with it or when the key is rotated. A key has 20 sessions at most, and the oldest ends for another one; ' +
      '20 may be opened in a minute. The cookie lets a browser read; it never records events.',
    access: 'reader',
    keyOnly: true,
    answers: { 201: { description: 'A session is open', schema: SessionBody, headers: SET_COOKIE } },
  })
  @Header('cache-control', 'no-store')
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { keyring, sessions } = this.parts;
    const key = bearerToken(request.headers.authorization ?? '');
    const live = key === null ? null : await keyring.find(key);
    if (key === null || !live) throw notValid();
    const { granted, seconds } = this.#openings.take(live.id, performance.now());
    if (!granted) {
      throw new Problem(
        'rate-limited',
        `A key may open ${OPENINGS.limit} sessions in a minute; it may open another one in ${seconds} s.`,
        {
          headers: { 'retry-after': String(seconds) },
        },
      );
    }
    const { token, expiresAt } = await sessions.open(live, key, actorOf(request));
    const body: SessionBody = { ...live.holder, expiresAt: expiresAt.toISOString() };
    void reply.header('set-cookie', sessionCookie(request.server, request, token, expiresAt)).send(body);
  }

  @Get('v1/session')
  @Endpoint({
    id: 'getSession',
    summary: 'Who asks, by key or by session',
    access: 'reader',
    answers: { 200: { description: 'The holder of the key', schema: SessionBody } },
  })
  @Header('cache-control', 'no-store')
  async get(@Req() request: FastifyRequest): Promise<SessionBody> {
    const { identity } = request;
    if (!identity) throw needsKey();
    const token = request.headers.authorization === undefined ? sessionTokenIn(request) : undefined;
    const session = token === undefined ? null : await this.parts.sessions.find(token);
    return { ...identity, expiresAt: session?.expiresAt.toISOString() ?? null };
  }

  @Delete('v1/session')
  @HttpCode(204)
  @Endpoint({
    id: 'endSession',
    summary: 'Ends the session of the cookie, if there is one',
    access: 'open',
    limited: true,
    answers: { 204: { description: 'There is none any more', headers: SET_COOKIE } },
    problems: ['unavailable'],
  })
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { sessions } = this.parts;
    const token = sessionTokenIn(request);
    const session = token === undefined ? null : await sessions.find(token);
    if (token !== undefined && session)
      await sessions.end(token, { ...actorOf(request), actor: session.key.holder.name });
    void reply.header('set-cookie', noSessionCookie(request.server, request)).send();
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
    summary: 'A file of that page',
    access: 'open',
    params: { file: z.string() },
    example: { params: { file: 'page.css' } },
    answers: { 200: { description: 'The file', types: ['text/javascript', 'text/css'] } },
    problems: ['not-found'],
  })
  file(@Param('file') name: string, @Res() reply: FastifyReply): void {
    const file = SIGN_IN_FILES.get(name);
    if (!file) throw new Problem('not-found', 'The page has no such file.');
    void reply.header('content-type', file.type).send(file.body);
  }
}

const needsKey = (): Problem =>
  new Problem('unauthenticated', 'This needs a key: Authorization: Bearer <key>.', {
    headers: { 'www-authenticate': 'Bearer realm="dateline"' },
  });
