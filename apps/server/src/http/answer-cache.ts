import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { formatClocks, type Clocks } from '#reader/clocks/clocks.js';
import { entityTag, sendTaggedText } from './entity-tag.js';

/** An answer as `sendWithEtag` takes it. */
export interface Answer {
  body: unknown;
  /** What the entity tag is computed from. */
  value: unknown;
  /** Its header `Link`. */
  link?: string | undefined;
  /** Whether what it shows of articles is still so. Missing: it shows nothing of articles. */
  isCurrent?: (pool: Pool) => Promise<boolean>;
}

interface KeptAnswer extends Pick<Answer, 'link' | 'isCurrent'> {
  text: string;
  tag: string;
  /** The instants at which it holds, microseconds since the epoch; `until` is exclusive. */
  from: number;
  until: number;
}

const MICROSECONDS_A_DAY = 86_400_000_000;

/**
 * Answers that follow from the log and the views alone, as they were sent. An answer is found again by its question,
 * its clocks, the generations that it was read from, and the hash of the log, if the views are at its head. So it is
 * never older than the checkpoint that was read for the request, and an answer about another history is never found.
 * With no bound of valid time it holds until time alone may change it.
 *
 * What an answer shows of articles changes without an event, so that is asked for again before the answer is sent again.
 * Not for answers that differ from role to role.
 */
export class AnswerCache {
  private readonly kept: LRUCache<string, KeptAnswer> | null;

  /** @param bytes how much is kept, at most; 0: nothing */
  constructor(bytes: number) {
    this.kept =
      bytes === 0
        ? null
        : new LRUCache({
            maxSize: bytes,
            sizeCalculation: ({ text, tag, link = '' }, key) =>
              2 * (text.length + tag.length + link.length + key.length),
          });
  }

  /**
   * Sends the answer to a question, with its entity tag.
   *
   * @param pool where to ask whether a kept answer is current
   * @param question the name of the read, and what it is about
   * @param make called where no answer is kept
   */
  async send(
    pool: Pool,
    request: FastifyRequest,
    reply: FastifyReply,
    question: readonly string[],
    clocks: Clocks,
    make: () => Promise<Answer>,
  ): Promise<void> {
    const key = this.kept && keyOf(question, clocks);
    const known = key === null ? undefined : this.kept?.get(key);
    const isKnown = known !== undefined && (await holds(known, clocks, pool));
    const answer = isKnown ? known : toKept(await make(), clocks);
    if (!isKnown && key !== null) this.kept?.set(key, answer);
    if (answer.link !== undefined) void reply.header('link', answer.link);
    sendTaggedText(request, reply, 'application/json', answer.text, answer.tag);
  }
}

/** What an answer depends on, besides the instant; `null`: that is not known. */
function keyOf(question: readonly string[], clocks: Clocks): string | null {
  const { projections, history } = clocks;
  if (!projections || history == null) return null;
  const generations = projections
    .filter(({ status }) => status !== 'building')
    .map(({ id, status, position, halts }) => [id, status === 'halted' ? position : null, halts]);
  return JSON.stringify([question, formatClocks(clocks), history, generations]);
}

const holds = async ({ from, until, isCurrent }: KeptAnswer, { instant }: Clocks, pool: Pool): Promise<boolean> =>
  from <= instant && instant < until && (!isCurrent || (await isCurrent(pool)));

function toKept({ body, value, link, isCurrent }: Answer, { asOf, instant }: Clocks): KeptAnswer {
  const text = JSON.stringify(body);
  const until = asOf === Infinity ? nextChange(text, instant) : Infinity;
  return { text, tag: entityTag(JSON.stringify(value)), link, ...(isCurrent && { isCurrent }), from: instant, until };
}

/**
 * From when on time alone may change an answer: the next day of UTC, or the next instant that the answer names. Time
 * changes states at dates that facts gave, and each of them is shown.
 *
 * @param now microseconds since the epoch
 */
export function nextChange(json: string, now: number): number {
  let next = (Math.floor(now / MICROSECONDS_A_DAY) + 1) * MICROSECONDS_A_DAY;
  for (const [, instant = ''] of json.matchAll(/"(\d{4}-\d\d-\d\dT\d\d:\d\d[^"\\]*)"/g)) {
    const { from, to } = periodOrNone(instant);
    for (const change of [from, to]) if (change > now && change < next) next = change;
  }
  return next;
}

/** The period of an instant; none for other text that only looks like one. */
function periodOrNone(text: string): { from: number; to: number } {
  try {
    return periodOf(text);
  } catch {
    return { from: Infinity, to: Infinity };
  }
}
