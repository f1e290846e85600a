import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { readHead } from '#log/read/read-head.js';
import { readProjections } from '#projector/batch/projections.js';
import { SERVER_PARTS, type ServerParts } from '../../server-parts.js';
import { Endpoint } from '../describing/endpoint.js';
import { ProjectionsBody } from './projections.schema.js';

@ApiTags('admin')
@Controller('v1/admin/projections')
export class ProjectionsController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: ServerParts) {}

  @Get()
  @Endpoint({
    id: 'listProjections',
    summary: 'Where the views stand, and which are being built or are halted',
    access: 'admin',
    answers: { 200: { description: 'All generations but the retired', schema: ProjectionsBody } },
  })
  async list(): Promise<z.output<typeof ProjectionsBody>> {
    const { pool, checkpoint } = this.parts;
    // The head is read last: what lags can only lag behind what is there by then.
    const projections = await readProjections(pool);
    const position = await checkpoint.read();
    const head = (await readHead(pool)).position;
    const items = projections.flatMap(({ view, version, status, position: own, error }) => {
      if (status === 'retired') return [];
      const at = status === 'active' ? position : own;
      return [{ view, version, status, position: at, lag: head - at, error }];
    });
    return { head, position, lag: head - position, items };
  }
}
