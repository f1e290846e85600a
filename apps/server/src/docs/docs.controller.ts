import { Controller, Get, Param, Redirect, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Endpoint } from '../openapi/endpoint.js';
import { BrowserPage, PAGE } from '../browser-pages/page.js';
import { Problem } from '../problems/problem.js';
import { ApiDocument } from './api-document.js';
import { docsAsset, DOCS_PAGE, DOCS_POLICY } from './docs-page.js';

const ANY_DOCUMENT = z.looseObject({ openapi: z.string() });

@ApiTags('about')
@Controller()
export class DocsController {
  constructor(private readonly document: ApiDocument) {}

  @Get()
  @Endpoint({
    id: 'start',
    summary: 'Leads to the documentation',
    access: 'open',
    answers: { 302: { description: 'To /docs', headers: { Location: '/docs' } } },
  })
  @Redirect('/docs', 302)
  start(): void {}

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
    void reply.header('content-type', `${request.produces}; charset=utf-8`).send(this.document.text());
  }

  @Get('docs')
  @Endpoint({
    id: 'getDocs',
    summary: 'The documentation, to read and try',
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
