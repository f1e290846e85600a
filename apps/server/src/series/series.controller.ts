import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formatClocks, type FormattedClocks } from '#reader/clocks/clocks.js';
import { allOfSeries, readSeries, type Series, type SeriesCellAt } from '#reader/series/read-series.js';
import type { SeriesCell } from '#reader/series/series-cell.js';
import { READS, type ReadsPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { CSV, isWholeList, NDJSON } from '../http/media-types.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { pagedList } from '../query/page.js';
import { NamePlace, PositionPlace } from '../query/parameters.js';
import { sendWholeAt } from '../query/whole-list.js';
import { clocksOfSeries, openSeries, refuseFuture } from './open-series.js';
import { CellLine, cellColumns, SeriesBody, SeriesQuery } from './series.schema.js';

const series = pagedList(SeriesQuery, z.strictObject({ date: PositionPlace, subject: NamePlace }), clocksOfSeries);

@ApiTags('views')
@Controller('v1/series')
export class SeriesController {
  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
  ) {}

  @Get()
  @Endpoint({
    id: 'getSeries',
    summary: 'The headlines of subjects from day to day, along one of the clocks',
    description:
      'A cell for each day and subject, by day, then by subject, as the read of that subject on that day gives it. ' +
      'Before the first fact its values are null. A series has at most 1,000,000 cells. `clocks` are those of the ' +
      'last day; as CSV and NDJSON each cell has its own.',
    access: 'reader',
    query: SeriesQuery,
    long: 'series',
    example: { query: { view: 'tariffs', subject: 'USA>CHN:all', from: '2025-04-01', to: '2025-06-01', step: '1w' } },
    answers: {
      200: {
        description: 'A page of cells; as CSV and NDJSON all cells',
        schema: SeriesBody,
        texts: [CSV],
        also: { [NDJSON]: CellLine },
      },
    },
    problems: ['not-found', 'bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await series.open(reads, request).catch(refuseFuture);
    const opened = await openSeries(reads.pool, page.query, page.clocks, page.after === null);
    if (isWholeList(request.responseType)) {
      const cells = withOwnClocks(reads.pool, opened);
      return sendWholeAt(request, reply, this.runtime.logger, cellColumns(opened.generation.view), cells);
    }
    const { items, next, ...missing } = await readSeries(reads.pool, opened, page.after, page.limit);
    const cells = items.map(({ cell }) => cell);
    series.answer(request, reply, page, cells, next, missing);
  }
}

async function* withOwnClocks(
  pool: ReadsPart['pool'],
  opened: Series,
): AsyncGenerator<(SeriesCell & { clocks: FormattedClocks })[]> {
  for await (const items of allOfSeries(pool, opened)) {
    const known = new Map<SeriesCellAt['clocks'], FormattedClocks>();
    yield items.map(({ cell, clocks }) => {
      const formatted = known.get(clocks) ?? formatClocks(clocks);
      known.set(clocks, formatted);
      return { ...cell, clocks: formatted };
    });
  }
}
