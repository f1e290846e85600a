import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type DisputePlace, readDisputes } from '#reader/disputes/read-disputes.js';
import { views } from '#views/registry.js';
import { READS, type ReadsPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { type Column, columnsOfPaths } from '../http/csv.js';
import { CSV, isWholeList, NDJSON } from '../http/media-types.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { itemsPageBody, pagedList, undatedCount } from '../query/page.js';
import {
  BooleanParameter,
  clockParameters,
  NamePlace,
  pageParameters,
  PositionPlace,
  TextParameter,
} from '../query/parameters.js';
import { requireStory } from '../query/story-filter.js';
import { allParts, lineOf, sendWhole } from '../query/whole-list.js';
import { ViewsParameter } from '../query/words.js';
import { readHaltedViews, haltedField } from '../views/halted.js';
import { disputeFields } from '../views/views.schema.js';

const DisputesQuery = z.strictObject({
  ...clockParameters,
  ...pageParameters,
  story: TextParameter.optional().meta({
    description: 'Disputes about subjects of this story',
  }),
  view: ViewsParameter('Disputes about subjects of this view'),
  open: BooleanParameter.meta({
    type: 'boolean',
    description: 'true: only open disputes; false: only settled ones',
  }),
});

const DisputeOfSubject = z
  .strictObject({ view: z.string(), subject: z.string(), ...disputeFields, ...undatedCount })
  .meta({ id: 'DisputeOfSubject', description: 'A disagreement of sources about a subject: the winner first' });

export const DisputesBody = itemsPageBody(DisputeOfSubject).extend(haltedField).meta({ id: 'Disputes' });

const DisputeLine = lineOf(DisputeOfSubject, 'DisputeLine');

/** The first candidate is the one that the state follows. */
const disputeColumns: readonly Column<unknown>[] = [
  ...columnsOfPaths(['view', 'subject', 'property', 'reason', 'open']),
  ...columnsOfPaths(['candidates.0.value', 'candidates.0.occurredAt', 'candidates.0.publishers']).map((column) => ({
    ...column,
    name: column.name.replace('candidates.0', 'followed'),
  })),
  ...columnsOfPaths(['counts.candidates', 'candidates']),
];

const disputes = pagedList(
  DisputesQuery,
  z.strictObject({ view: NamePlace, subject: NamePlace, before: PositionPlace }),
);

@ApiTags('views')
@Controller('v1/disputes')
export class DisputesController {
  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
  ) {}

  @Get()
  @Endpoint({
    id: 'listDisputes',
    summary: 'Disagreements of sources, ordered by view and subject',
    description: 'A dispute stays in the list while its fact still matters, also after it has been settled.',
    access: 'reader',
    query: DisputesQuery,
    answers: {
      200: {
        description: 'A page of disputes; as CSV and NDJSON all disputes',
        schema: DisputesBody,
        texts: [CSV],
        also: { [NDJSON]: DisputeLine },
      },
    },
    problems: ['not-found', 'bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await disputes.open(reads, request);
    const { clocks } = page;
    const { story, view, open } = page.query;
    await requireStory(reads.pool, story, clocks);
    const filter = { story, views: view, open };
    const read = (after: DisputePlace | null, limit: number) =>
      readDisputes(reads.pool, views, filter, clocks, after, limit);
    if (isWholeList(request.responseType))
      return sendWhole(request, reply, this.runtime.logger, clocks, disputeColumns, allParts(read));
    const { items, next, ...missing } = await read(page.after, page.limit);
    const halted = await readHaltedViews(reads.pool, clocks, ({ name }) => view?.includes(name) ?? true);
    disputes.answer(request, reply, page, items, next, { halted, ...missing });
  }
}
