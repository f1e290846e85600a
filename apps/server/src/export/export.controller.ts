import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { readHead } from '#log/read/read-head.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { permits } from '../auth/roles.js';
import { ArticleRepository } from '../articles/article.repository.js';
import { partsFor } from '../query/reading.js';
import { Endpoint } from '../openapi/endpoint.js';
import { NDJSON, sendLines } from '../http/lines.js';
import { exportLines } from './export-lines.js';
import { ExportedLine, ExportQuery } from './export.schema.js';

@ApiTags('events')
@Controller('v1/export')
export class ExportController {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly articles: ArticleRepository,
  ) {}

  @Get()
  @Endpoint({
    id: 'exportEvents',
    summary: 'All that there is, a JSON text a line, to be imported elsewhere',
    description:
      'The log in its order, each article before the first event that names it. The texts of articles are for editors; for others, and where one was erased, the sha256 stands for it.',
    access: 'reader',
    query: ExportQuery,
    long: 'exports',
    example: { query: { story: 'us-china-trade' } },
    answers: {
      200: {
        description: 'Events and articles, up to the end of the log as it was at the beginning',
        schema: ExportedLine,
        types: [NDJSON],
        headers: { 'Dateline-Position': 'The last position that it holds' },
      },
    },
  })
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const { after = 0, story } = request.asked as z.output<typeof ExportQuery>;
    const { position } = await readHead(parts.pool);
    const withBodies = request.identity !== null && permits(request.identity.role, 'editor');
    void reply.header('dateline-position', position).header('vary', 'authorization');
    await sendLines(
      reply,
      exportLines(parts.pool, this.articles, { after, upTo: position, story, withBodies }),
      this.parts.logger,
    );
  }
}
