import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  createKey,
  findKey,
  listKeys,
  revokeKey,
  rotateKey,
  type KeyRecord,
  type MadeKey,
} from '#platform/keys/key-store.js';
import { actorOf } from '../auth/identity.js';
import { AUTH, READS, type AuthPart, type ReadsPart } from '../bootstrap/parts.js';
import { Endpoint } from '../openapi/endpoint.js';
import { EXAMPLE_KEY } from '../openapi/components.js';
import { Problem } from '../problems/problem.js';
import { NamePlace } from '../query/parameters.js';
import { plainList } from '../query/plain-list.js';
import { readBody } from '../query/read-body.js';
import { KeyBody, KeyInput, KeysBody, KeysQuery, MadeKeyBody, RotationInput } from './keys.schema.js';

const keys = plainList(KeysQuery, NamePlace);

const params = { id: z.string() };

@ApiTags('admin')
@Controller('v1/admin/keys')
export class KeysController {
  constructor(
    @Inject(AUTH) private readonly auth: AuthPart,
    @Inject(READS) private readonly reads: ReadsPart,
  ) {}

  @Post()
  @HttpCode(201)
  @Endpoint({
    id: 'createKey',
    summary: 'Creates a key, and shows it once',
    access: 'admin',
    body: { schema: KeyInput },
    example: { body: { name: 'newsroom-cms', role: 'editor' } },
    answers: {
      201: { description: 'The key', schema: MadeKeyBody, headers: { Location: 'The key, without its secret' } },
    },
    problems: ['invalid-request', 'key-exists'],
  })
  @Header('cache-control', 'no-store')
  async create(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { name, role, expiresAt } = readBody(KeyInput, body);
    const made = await createKey(this.auth.pool, actorOf(request), {
      name,
      role,
      expiresAt: this.#future(expiresAt),
    });
    if (!made) throw new Problem('key-exists', `There is, or was, a key with the name ${name}.`);
    void reply.header('location', `/v1/admin/keys/${made.record.id}`).send(toMadeKeyBody(made));
  }

  @Get()
  @Endpoint({
    id: 'listKeys',
    summary: 'All keys by name, also those that have ended',
    access: 'admin',
    query: KeysQuery,
    answers: { 200: { description: 'A page of keys', schema: KeysBody } },
    problems: ['bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const page = keys.open(this.reads, request);
    const { after, limit } = page;
    const found = await listKeys(this.auth.pool, after, limit + 1);
    const items = found.slice(0, limit);
    keys.answer(request, reply, page, items.map(toKeyBody), found.length > limit ? (items.at(-1)?.name ?? null) : null);
  }

  @Get(':id')
  @Endpoint({
    id: 'getKey',
    summary: 'One key',
    access: 'admin',
    params,
    example: { params: { id: EXAMPLE_KEY } },
    answers: { 200: { description: 'The key', schema: KeyBody } },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string): Promise<KeyBody> {
    return toKeyBody(await this.#find(id));
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @Endpoint({
    id: 'rotateKey',
    summary: 'Gives a key a new secret, and shows it once',
    description:
      'The name and the role stay. The old secret is refused at once, or after the requested seconds. Its sessions ' +
      'end with it.',
    access: 'admin',
    params,
    body: { schema: RotationInput, optional: true },
    example: { params: { id: EXAMPLE_KEY } },
    answers: { 200: { description: 'The new key', schema: MadeKeyBody } },
    problems: ['not-found', 'invalid-request', 'key-ended'],
  })
  @Header('cache-control', 'no-store')
  async rotate(@Param('id') id: string, @Body() body: unknown, @Req() request: FastifyRequest): Promise<MadeKeyBody> {
    const { overlapSeconds } = readBody(RotationInput, body ?? {});
    const made = await rotateKey(this.auth.pool, actorOf(request), await this.#find(id), overlapSeconds);
    if (!made) throw new Problem('key-ended', 'The key was revoked, or has expired. Create another one.');
    this.auth.keyring.changed(id);
    return toMadeKeyBody(made);
  }

  @Delete(':id')
  @HttpCode(204)
  @Endpoint({
    id: 'revokeKey',
    summary: 'Ends a key for good, in every process within a second',
    access: 'admin',
    params,
    example: { params: { id: EXAMPLE_KEY } },
    answers: { 204: { description: 'The key has ended' } },
    problems: ['not-found'],
  })
  async revoke(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    await revokeKey(this.auth.pool, actorOf(request), await this.#find(id));
    this.auth.keyring.changed(id);
  }

  async #find(id: string): Promise<KeyRecord> {
    const key = await findKey(this.auth.pool, id);
    if (!key) throw new Problem('not-found', `There is no key ${id}.`);
    return key;
  }

  #future(text: string | undefined): Date | null {
    if (text === undefined) return null;
    const date = new Date(text);
    if (date.getTime() * 1000 > this.reads.now()) return date;
    const detail = 'must be in the future';
    throw new Problem('invalid-request', `/expiresAt ${detail}.`, { errors: [{ pointer: '/expiresAt', detail }] });
  }
}

const toKeyBody = ({ createdAt, rotatedAt, expiresAt, revokedAt, lastUsedAt, ...key }: KeyRecord): KeyBody => ({
  ...key,
  createdAt: createdAt.toISOString(),
  rotatedAt: rotatedAt?.toISOString() ?? null,
  expiresAt: expiresAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

const toMadeKeyBody = ({ record, key }: MadeKey): MadeKeyBody => ({ ...toKeyBody(record), key });
