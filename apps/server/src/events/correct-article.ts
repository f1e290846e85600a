import type { Pool } from 'pg';
import { z } from 'zod';
import type { ParsedMetaEvent } from '#catalogue/event-input.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Text } from '#catalogue/values/text.js';
import { EventKind } from '#log/event.js';
import { RecordedAnswer } from './recorded.schema.js';
import { MAX_EVENTS, type ParsedRequest } from './parse-events.js';

export const ArticleCorrectionInput = z
  .strictObject({
    publishedAt: ReducedDate.meta({ description: 'When the article was really published, as precisely as known' }),
    reason: Text.meta({ description: 'What was wrong' }),
  })
  .meta({ id: 'NewArticleCorrection', description: 'The date of publication of an article' });

export const ArticleCorrectedBody = RecordedAnswer.extend({
  more: z.boolean().meta({
    description:
      'true: more accounts were taken from the article than one request can correct. Send it again for the next',
  }),
}).meta({ id: 'ArticleCorrected', description: 'The corrections that a request recorded, one for each account' });

const ACCOUNTS = [EventKind.fact, EventKind.storyOpened, EventKind.storyClosed, EventKind.corroboration].join(', ');

/**
 * $1 an article, $2 a date of publication, $3 the limit: the accounts taken from the article that are not retracted and
 * do not have this date, in the order of the log.
 */
const TO_CORRECT = `
select e.id from event e
 where e.envelope #>> '{source,article}' = $1 and e.kind in (${ACCOUNTS})
   and not exists (
     select from event r where r.target in (e.id, e.fact_id) and r.kind = ${EventKind.retraction})
   and coalesce((
     select c.envelope #>> '{data,publishedAt}' from event c
      where c.target = e.id and c.kind = ${EventKind.correction} and c.envelope #>> '{data,publishedAt}' is not null
      order by c.position desc limit 1), e.envelope #>> '{source,publishedAt}', '') <> $2
 order by e.position limit $3`;

/** The corrections of a request, and whether there are more accounts than it can correct. */
export interface ArticleCorrections {
  parsed: ParsedRequest;
  more: boolean;
}

/**
 * One correction of the date of publication for each account taken from an article that has another date, at most as
 * many as a request may have. None where all have it, so that sending a request again records nothing.
 */
export async function correctionsOfArticle(
  pool: Pool,
  article: string,
  { publishedAt, reason }: z.output<typeof ArticleCorrectionInput>,
): Promise<ArticleCorrections> {
  const { rows } = await pool.query<{ id: string }>(TO_CORRECT, [article, publishedAt, MAX_EVENTS + 1]);
  const events = rows.slice(0, MAX_EVENTS).map(({ id }): ParsedMetaEvent => ({
    about: 'event',
    type: 'EventCorrected',
    data: { target: id, publishedAt, reason },
  }));
  return { parsed: { ...ARTICLE_SHAPE, events }, more: rows.length > MAX_EVENTS };
}

/** The client gave no events, so whatever is wrong with one of them is wrong with its account. */
const ARTICLE_SHAPE = {
  batch: true,
  pointer: (_: number, within: string): string => within.replace(/^\/data(?=\/)/, '').replace(/^\/target$/, ''),
  unknownTarget: 'unknown-target',
} as const;
