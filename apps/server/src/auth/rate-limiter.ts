import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { concurrencyLimits, ConcurrencyLimiter, type LongKind } from './concurrency-limit.js';
import { rateLimitKey } from './rate-limit-key.js';
import { FixedWindow } from './fixed-window.js';

const WINDOW_SECONDS = 60;
const HOLDERS = 10_000;

/**
 * Holds each to what one may ask: whoever has a key is counted by it, wherever they are, and others by their address.
 * Each process counts by itself: a count that all share would cost every request a round trip.
 */
export class RateLimiter {
  readonly #rate: FixedWindow | null;
  readonly #policy: string;
  readonly #underWay: ConcurrencyLimiter;

  /**
   * @param perMinute requests; null: as many as they like
   * @param streams under way at a time
   */
  constructor(
    perMinute: number | null,
    streams: number = concurrencyLimits.streams,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#rate =
      perMinute === null
        ? null
        : new FixedWindow({ limit: perMinute, windowMs: WINDOW_SECONDS * 1000, holders: HOLDERS });
    this.#underWay = new ConcurrencyLimiter({ ...concurrencyLimits, streams });
    this.#policy = `"default";q=${perMinute};w=${WINDOW_SECONDS}`;
  }

  /**
   * Counts a request, and says what is left in `RateLimit` and `RateLimit-Policy`
   * (draft-ietf-httpapi-ratelimit-headers).
   * @throws Problem `rate-limited`
   */
  count(request: FastifyRequest, reply: FastifyReply): void {
    if (!this.#rate) return;
    const { granted, left, seconds } = this.#rate.take(holderOf(request), this.now());
    void reply.header('ratelimit-policy', this.#policy).header('ratelimit', `"default";r=${left};t=${seconds}`);
    if (granted) return;
    throw new Problem(
      'rate-limited',
      `More requests than a minute has room for; there is room again in ${seconds} s.`,
      {
        headers: { 'retry-after': String(seconds) },
      },
    );
  }

  /**
   * Begins a request of a kind that takes long; it ends with its answer.
   * @throws Problem `rate-limited`
   */
  begin(kind: LongKind, request: FastifyRequest, reply: FastifyReply): void {
    const end = this.#underWay.begin(kind, holderOf(request));
    // Whoever went away while their key was looked up closes nothing any more.
    if (reply.raw.destroyed) end();
    else reply.raw.once('close', end);
  }
}

const holderOf = ({ identity, ip }: FastifyRequest): string =>
  identity ? `key ${identity.name}` : `address ${rateLimitKey(ip)}`;
