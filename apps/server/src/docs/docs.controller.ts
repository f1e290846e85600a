import { Controller, Get, Inject, type INestApplication, Injectable, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BrowserPage, PAGE } from '../browser-pages/pages.js';
import type { ConsoleFiles } from '../console/console-files.js';
import { CONSOLE, sendConsolePage } from '../console/serve-console.js';
import { buildOpenApiDocument } from '../openapi/document.js';
import { Endpoint } from '../openapi/endpoint.js';
import { Problem } from '../problems/problem.js';
import { TextParameter } from '../query/parameters.js';
import { DOCS_PAGE, DOCS_POLICY, docsAsset } from './docs-page.js';

/** The OpenAPI document as JSON. Built when it is first requested: before the start the routes are not known. */
@Injectable()
export class ApiDocument {
  #build: (() => string) | undefined;
  #text: string | undefined;

  describe(app: INestApplication, version: string): void {
    this.#build = () => JSON.stringify(buildOpenApiDocument(app, version));
  }

  text(): string {
    if (!this.#build) throw new Error('the document was requested before `describe` was called');
    return (this.#text ??= this.#build());
  }
}

const ANY_DOCUMENT = z.looseObject({ openapi: z.string() });

/** What the first page of the console has in its address. Only the page itself reads it. */
const StartQuery = z.strictObject(
  Object.fromEntries(
    ['asOf', 'reportedAsOf', 'recordedAsOf', 'party', 'topic'].map((name) => [
      name,
      TextParameter.optional().meta({ description: 'Of the page that shows the stories' }),
    ]),
  ),
);

@ApiTags('about')
@Controller()
export class DocsController {
  constructor(
    private readonly document: ApiDocument,
    @Inject(CONSOLE) private readonly console: ConsoleFiles | null,
  ) {}

  @Get()
  @Endpoint({
    id: 'start',
    summary: 'The console; redirects to the documentation where this process has none',
    access: 'open',
    query: StartQuery,
    answers: { 200: PAGE, 302: { description: 'To /docs', headers: { Location: '/docs' } } },
  })
  start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (this.console) void sendConsolePage(request, reply, this.console);
    else void reply.redirect('/docs', 302);
  }

  @Get('openapi.json')
  @Endpoint({
    id: 'getOpenApi',
    summary: 'This document',
    access: 'open',
    answers: {
      200: {
        description: 'OpenAPI 3.1',
        schema: ANY_DOCUMENT,
        types: ['application/json', 'application/vnd.oai.openapi+json'],
      },
    },
  })
  openApi(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.header('content-type', `${request.responseType}; charset=utf-8`).send(this.document.text());
  }

  @Get('docs')
  @Endpoint({
    id: 'getDocs',
    summary: 'The documentation, where requests can be tried',
    access: 'open',
    answers: { 200: PAGE },
  })
  @BrowserPage(DOCS_POLICY)
  docs(): string {
    return DOCS_PAGE;
  }

  @Get('docs/:file')
  @Endpoint({
    id: 'getDocsFile',
    summary: 'A file of the documentation page',
    access: 'open',
    params: { file: z.string() },
    example: { params: { file: 'swagger-ui.css' } },
    answers: { 200: { description: 'The file', types: ['text/javascript', 'text/css', 'image/png'] } },
    problems: ['not-found'],
  })
  file(@Param('file') name: string, @Res() reply: FastifyReply): void {
    const asset = docsAsset(name);
    if (!asset) throw new Problem('not-found', 'The documentation has no such file.');
    void reply.header('content-type', asset.type).header('cache-control', 'public, max-age=3600').send(asset.body);
  }
}
