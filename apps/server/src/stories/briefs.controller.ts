import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { asMarkdown } from '#briefs/markdown.js';
import { Slug } from '#catalogue/values/slug.js';
import { formatClocks, type RequestedClocks } from '#reader/clocks/clocks.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { pagedList } from '../query/page.js';
import { InstantPlace } from '../query/places.js';
import { partsFor } from '../query/reading.js';
import { resolveRequestClocks } from '../query/resolve-request-clocks.js';
import { etagClocks } from '../query/etag-clocks.js';
import { Endpoint } from '../openapi/endpoint.js';
import { sendWithEtag, sendTextWithEtag } from '../http/conditional.js';
import { haltedOf } from '../views/halted.js';
import { BriefBody, BriefQuery, DigestsBody, DigestsQuery } from './brief.schema.js';
import { collectSources } from './collect-sources.js';
import { noSuchStory } from './no-such-story.js';
import { ReadBrief } from './read-brief.query.js';
import { ReadCurrentBrief } from './read-current-brief.query.js';
import { formatPoint } from './format-point.js';
import { ReadDigests } from './read-digests.query.js';
import { ReadLatestDigest } from './read-latest-digest.query.js';

const MARKDOWN = 'text/markdown';
const params = { slug: Slug };
/** The start of the last period of the page. */
const digests = pagedList(DigestsQuery, InstantPlace);

@ApiTags('stories')
@Controller('v1/stories')
export class BriefsController {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly queries: QueryBus,
  ) {}

  @Get(':slug/brief')
  @Endpoint({
    id: 'getBrief',
    summary: 'A story in at most 40 sentences, each with the events behind it',
    description:
      'Made from the board and the facts alone. What is merely claimed is told as whose claim it is. Without clocks it is the brief that the workers keep, which may be a moment behind, and then says so.',
    access: 'reader',
    params,
    query: BriefQuery,
    conditional: true,
    example: { params: { slug: 'us-china-trade' }, query: { asOf: '2025-10-26' } },
    answers: {
      200: {
        description: 'The brief; as Markdown with a footnote for each source',
        schema: BriefBody,
        texts: [MARKDOWN],
      },
    },
    problems: ['not-found'],
  })
  async brief(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const asked = request.asked as z.output<typeof BriefQuery>;
    const resolved = await resolveRequestClocks(parts, asked);
    const query = isOfNow(asked)
      ? new ReadCurrentBrief(parts.pool, slug, resolved, asked.minPosition ?? 0)
      : new ReadBrief(parts.pool, slug, resolved);
    const brief = await this.queries.execute(query);
    if (!brief) throw noSuchStory(slug);
    const { headline, sections, madeFrom, freshUntil, stale } = brief;
    // What is not stale holds up to where the views stand; what is, only up to where it was made.
    const clocks = stale ? { ...resolved, position: madeFrom } : resolved;
    const lacks = { ...(await haltedOf(parts.pool, clocks, slug)), ...brief.lacks };
    if (request.produces === MARKDOWN) {
      const about = formatPoint(clocks, lacks);
      const text = asMarkdown(brief, about, await collectSources(parts.pool, sections));
      sendTextWithEtag(request, reply, MARKDOWN, text, text);
      return;
    }
    const body = { headline, sections, clocks: formatClocks(clocks), madeFrom, freshUntil, stale, ...lacks };
    sendWithEtag(request, reply, body, { headline, sections, freshUntil, stale, ...lacks, clocks: etagClocks(clocks) });
  }

  @Get(':slug/digests')
  @Endpoint({
    id: 'listDigests',
    summary: 'A story by days, weeks or months: what happened, what changed by it, what was corrected since',
    description:
      'The periods in which something happened, the latest first. A fact whose date is known less exactly than the period is in none.',
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
    const parts = partsFor(this.parts, reply);
    const page = await digests.open(parts, request);
    const { asked, clocks, after, limit } = page;
    const kind = asked.period ?? 'day';
    const latest = limit === 1 && after === null && isOfNow(asked);
    const query = latest
      ? new ReadLatestDigest(parts.pool, slug, kind, clocks)
      : new ReadDigests(parts.pool, slug, kind, clocks, after, limit);
    const found = await this.queries.execute(query);
    if (!found) throw noSuchStory(slug);
    digests.answer(request, reply, page, found.items, found.next, { ...(await haltedOf(parts.pool, clocks, slug)) });
  }
}

/** Whether the present is asked for, of which the workers keep what can be said. */
const isOfNow = ({ asOf, reportedAsOf, recordedAsOf }: RequestedClocks): boolean =>
  !asOf && !reportedAsOf && !recordedAsOf;
