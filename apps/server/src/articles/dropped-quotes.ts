import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { isPublishedBy } from '#history/facts/published-by.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { PageDeadline } from '#reader/clocks/page-deadline.js';
import { batchedQuery } from '#reader/sql/generic-plan.js';
import type { SourceEntry, TimelineEntry } from '#reader/timeline/timeline-entry.js';
import type { TimelinePage } from '#reader/timeline/timeline-fact.js';
import { sha256Of } from './article.entity.js';
import { markedAmong, readVerified, withoutMarks } from './file-article.command.js';
import { quotable } from './find-quote.js';

/** A page of facts as it is answered: with the marks `unverified` and `quoteDropped` of now. */
export interface SettledPage extends TimelinePage {
  /** Whether its marks are still those of now. They change without an event: by what is filed, or erased. */
  isCurrent: (pool: Pool) => Promise<boolean>;
}

/** Sets the marks of a page. Where looking for quotes takes long, the page is shorter, and the next begins after it. */
export async function settlePage(pool: Pool, page: TimelinePage, clocks: Clocks): Promise<SettledPage> {
  const marked = markedAmong(page.items);
  const verified = await readVerified(pool, marked);
  const settled = withoutMarks(page.items, verified);
  const articles = [...new Set(settled.flatMap(({ sources }) => sources.filter(isQuoting).map((one) => one.article)))];
  const later = await latestRevisions(pool, articles, clocks);
  const items = await flagDroppedQuotes(pool, settled, later);
  const basis = textOf(verified, later);
  const isCurrent = async (now: Pool): Promise<boolean> => {
    const [verifiedNow, laterNow] = [readVerified(now, marked), latestRevisions(now, articles, clocks)];
    return textOf(await verifiedNow, await laterNow) === basis;
  };
  const last = items.at(-1);
  if (!last || items.length === page.items.length) return { ...page, items, isCurrent };
  return { items, next: { validFrom: periodOf(last.occurredAt).from, position: last.position }, isCurrent };
}

/** What decides the marks of a page, as a text to compare. */
const textOf = (verified: ReadonlySet<string>, later: ReadonlyMap<string, LaterRevision>): string =>
  JSON.stringify([[...verified].sort(), [...later].map(([article, { id }]) => `${article} ${id}`).sort()]);

/** A source that quotes a revision whose text was here. */
type QuotingSource = SourceEntry & { article: string; quote: string };

const isQuoting = (source: SourceEntry): source is QuotingSource =>
  source.article !== null && source.quote !== null && !source.unverified;

/**
 * Marks the facts, and their sources, whose quote the latest later revision of the article no longer has. A revision
 * counts that was filed by `recordedAsOf` and published by `reportedAsOf`. One whose text is not here (it was erased,
 * or is known by its sha256 alone) says nothing, so the latest with a text decides.
 *
 * Most articles have one revision: then this is one look-up for the page. Else the text of the later revision is read
 * once for each quote, and what it says of the quote is remembered, since a text never changes.
 *
 * @returns all of the facts, or where it takes long the first of them
 */
async function flagDroppedQuotes(
  pool: Pool,
  entries: readonly TimelineEntry[],
  later: ReadonlyMap<string, LaterRevision>,
): Promise<TimelineEntry[]> {
  if (later.size === 0) return [...entries];
  const sources = entries.flatMap((entry) => entry.sources.filter(isQuoting));
  const quotes = new Map<string, Set<string>>();
  for (const { article, quote } of sources) {
    const revision = later.get(article);
    if (!revision) continue;
    const ofRevision = quotes.get(revision.id);
    if (ofRevision) ofRevision.add(quote);
    else quotes.set(revision.id, new Set([quote]));
  }

  const flagSource = async (source: SourceEntry): Promise<SourceEntry> => {
    const revision = isQuoting(source) ? later.get(source.article) : undefined;
    if (!revision || !isQuoting(source)) return source;
    if (!contained.has(placeOf(revision.id, source.quote)))
      await findQuotes(pool, revision.id, quotes.get(revision.id) ?? []);
    if (contained.get(placeOf(revision.id, source.quote)) !== false) return source;
    return { ...source, quoteDroppedIn: { article: revision.id, revision: revision.revision } };
  };
  const flagged: TimelineEntry[] = [];
  const deadline = new PageDeadline();
  for (const entry of entries) {
    const own: SourceEntry[] = [];
    for (const source of entry.sources) own.push(await flagSource(source));
    const isDropped = own.some(({ quoteDroppedIn }) => quoteDroppedIn !== undefined);
    flagged.push(isDropped ? { ...entry, sources: own, quoteDropped: true } : entry);
    if (deadline.hasPassed) break;
  }
  return flagged;
}

/** Whether a revision contains a quote, by the two. It has room for more than one page needs, in some 4 MB. */
const contained = new LRUCache<string, boolean>({ max: 20_000 });
const placeOf = (revision: string, quote: string): string => `${revision} ${sha256Of(quote)}`;

/** $1 an article */
const BODY = `select body from article where id = $1 and body is not null`;

/** Looks for quotes in the text of a revision. Nothing is remembered of a text that was erased meanwhile. */
async function findQuotes(pool: Pool, revision: string, quotes: Iterable<string>): Promise<void> {
  const { rows } = await pool.query<{ body: string }>(BODY, [revision]);
  if (!rows[0]) return;
  const body = quotable(rows[0].body);
  for (const quote of quotes) contained.set(placeOf(revision, quote), body.find(quote) !== null);
}

interface LaterRevision {
  id: string;
  revision: number;
}

/** The later revisions with a text, of some articles. */
interface LaterQuestion {
  articles: readonly string[];
  /** The revision of each below which to look, or null. */
  below: readonly (number | null)[];
  /** The instant by which a revision was filed, or null. */
  filed_by: string | null;
  /** The position by which it was filed, or null. */
  position: number | null;
  /** How many of each article. */
  most: number;
}

/** The latest first. `filed_at` has milliseconds: what was filed within one counts from its end. $1 questions */
const LATER = `
select q.n, c.id as cited, l.id, l.revision, l.published_at as "publishedAt"
  from rows from (json_to_recordset($1::json) as (
         articles uuid[], below int[], filed_by timestamptz, position bigint, most int)) with ordinality
       q(articles, below, filed_by, position, most, n)
 cross join lateral unnest(q.articles, q.below) c(id, below)
  join article a on a.id = c.id
 cross join lateral (
   select n.id, n.revision, n.published_at from article n
    where n.url = a.url and n.revision > a.revision and (c.below is null or n.revision < c.below)
      and n.body is not null
      and n.filed_at + interval '999 microseconds' <= coalesce(
        q.filed_by, (select e.recorded_at from event e where e.position = q.position), 'infinity')
    order by n.revision desc limit q.most) l
 order by q.n, c.id, l.revision desc`;

const queryLater = batchedQuery<LaterQuestion, LaterRevision & { cited: string; publishedAt: string | null }>(
  'later-revisions',
  LATER,
);

/** How many revisions are looked at in a step, to find one that had been published by a date. */
const AT_A_TIME = 50;

/** For each article that has one: the latest later revision that counts at a point of the clocks. */
async function latestRevisions(
  pool: Pool,
  articles: readonly string[],
  { reportedAsOf, recordedAsOf, position }: Clocks,
): Promise<Map<string, LaterRevision>> {
  const found = new Map<string, LaterRevision>();
  const atPosition = recordedAsOf?.startsWith('@') ?? false;
  const filed = { filed_by: atPosition ? null : recordedAsOf, position: atPosition ? position : null };
  const limit = reportedAsOf === Infinity ? 1 : AT_A_TIME;
  let wanted = articles.map((id): { id: string; below: number | null } => ({ id, below: null }));
  while (wanted.length > 0) {
    const [articles, below] = [wanted.map((one) => one.id), wanted.map((one) => one.below)];
    const rows = await queryLater(pool, { articles, below, ...filed, most: limit });
    const last = new Map<string, { count: number; revision: number }>();
    for (const { cited, id, revision, publishedAt } of rows) {
      last.set(cited, { count: (last.get(cited)?.count ?? 0) + 1, revision });
      if (!found.has(cited) && isPublishedBy({ publishedAt: publishedAt ?? undefined }, reportedAsOf))
        found.set(cited, { id, revision });
    }
    wanted = [...last].flatMap(([id, { count, revision }]) =>
      count === limit && !found.has(id) ? [{ id, below: revision }] : [],
    );
  }
  return found;
}
