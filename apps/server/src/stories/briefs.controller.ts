import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { asMarkdown } from '#briefs/markdown.js';
import { Slug } from '#catalogue/values/identifiers.js';
import { formatClocks } from '#reader/clocks/clocks.js';
import { READS, type ReadsPart } from '../bootstrap/parts.js';
import { sendTextWithEtag, sendWithEtag } from '../http/entity-tag.js';
import { MARKDOWN } from '../http/media-types.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { pagedList } from '../query/page.js';
import { InstantPlace } from '../query/parameters.js';
import { etagClocks, resolveRequestClocks } from '../query/request-clocks.js';
import { readHalted } from '../views/halted.js';
import { collectSources, formatBehind, formatPoint, formatUndated } from './brief-markdown.js';
import { BriefBody, BriefQuery, DigestsBody, DigestsQuery } from './brief.schema.js';
import {
  isPresent,
  presentBriefs,
  readCurrentBrief,
  readLatestDigest,
  type BuildPresentBrief,
} from './kept-summaries.js';
import { ReadBrief } from './read-brief.query.js';
import { ReadDigests } from './read-digests.query.js';
import { unknownStory } from '../query/story-filter.js';

const params = { slug: Slug };
/** A place is the start of the last period of a page. */
const digests = pagedList(DigestsQuery, InstantPlace);

@ApiTags('stories')
@Controller('v1/stories')
export class BriefsController {
  readonly #build: BuildPresentBrief;

  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    private readonly queries: QueryBus,
  ) {
    this.#build = presentBriefs(queries, reads.pool);
  }

  @Get(':slug/brief')
  @Endpoint({
    id: 'getBrief',
    summary: 'A story in at most 40 sentences, each with the events that it cites',
    description:
      'Built from the board and the facts alone. A claim is attributed to whoever makes it. Without clocks, the ' +
      'answer is the brief that the workers keep. If that is behind, it is built again for the answer; but if over ' +
      '500 events of the story came since, the answer is the one that is kept, and says how many it is behind.',
    access: 'reader',
    params,
    query: BriefQuery,
    conditional: true,
    example: { params: { slug: 'us-china-trade' }, query: { asOf: '2025-10-26' } },
    answers: {
      200: {
        description: 'The brief; as Markdown, with a footnote for each source',
        schema: BriefBody,
        texts: [MARKDOWN],
      },
    },
    problems: ['not-found'],
  })
  async brief(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const parameters = request.validatedQuery as z.output<typeof BriefQuery>;
    const resolved = await resolveRequestClocks(reads, parameters);
    const brief = await (isPresent(parameters)
      ? readCurrentBrief(this.#build, reads.pool, slug, resolved, parameters.minPosition ?? 0)
      : this.queries.execute(new ReadBrief(reads.pool, slug, resolved)));
    if (!brief) throw await unknownStory(reads.pool, slug, resolved);
    const { headline, sections, madeFrom, freshUntil, behind, undated } = brief;
    const stale = behind > 0;
    // A stale brief is right at the position that it was built from, any other one also at the position of the views;
    // but it may have been built for several readers, at the position of the last of them.
    const clocks = { ...resolved, position: stale ? madeFrom : Math.max(madeFrom, resolved.position) };
    const missing = { ...(await readHalted(reads.pool, clocks, slug)), ...brief.missing };
    const left = undated === undefined ? {} : { undated };
    if (request.responseType === MARKDOWN) {
      const about = [formatPoint(clocks, missing), ...(stale ? [formatBehind(behind)] : []), ...formatUndated(undated)];
      const text = asMarkdown(brief, about, await collectSources(reads.pool, sections, clocks.position));
      sendTextWithEtag(request, reply, MARKDOWN, text, text);
      return;
    }
    const state = { freshUntil, stale, ...(stale && { behind }), ...missing, ...left };
    const body = { headline, sections, clocks: formatClocks(clocks), madeFrom, ...state };
    sendWithEtag(request, reply, body, { headline, sections, ...state, clocks: etagClocks(clocks) });
  }

  @Get(':slug/digests')
  @Endpoint({
    id: 'listDigests',
    summary: 'A story by days, weeks or months: the facts, their changes, and later corrections',
    description:
      'The periods that have a fact, the latest first. A fact whose date is less precise than the period is in none.',
    access: 'reader',
    params,
    query: DigestsQuery,
    example: { params: { slug: 'us-china-trade' }, query: { period: 'month', asOf: '2025-10-26' } },
    answers: { 200: { description: 'A page of digests', schema: DigestsBody } },
    problems: ['not-found', 'bad-cursor'],
  })
  async digests(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await digests.open(reads, request);
    const { query: parameters, clocks, after, limit } = page;
    const kind = parameters.period ?? 'day';
    const isLatest = limit === 1 && after === null && isPresent(parameters);
    const found = await (isLatest
      ? readLatestDigest(this.queries, reads.pool, slug, kind, clocks)
      : this.queries.execute(new ReadDigests(reads.pool, slug, kind, clocks, after, limit)));
    if (!found) throw await unknownStory(reads.pool, slug, clocks);
    digests.answer(request, reply, page, found.items, found.next, { ...(await readHalted(reads.pool, clocks, slug)) });
  }
}
