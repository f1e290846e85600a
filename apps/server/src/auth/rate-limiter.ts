import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Problem } from '../problems/problem.js';
import { ConcurrencyLimiter, concurrencyLimits, type LongKind } from './concurrency-limit.js';

interface Window {
  /** When the first of its requests came, milliseconds. */
  since: number;
  requests: number;
}

export interface RateResult {
  /** Whether the request is within the limit. */
  granted: boolean;
  /** Requests left in the window. */
  left: number;
  /** Whole seconds until the window ends. */
  seconds: number;
}

export interface FixedWindowOptions {
  /** Requests within a window. */
  limit: number;
  windowMs: number;
  /** How many holders are remembered. The least recently used is dropped first. */
  holders: number;
}

/** Counts requests by holder. A window begins with the first request of a holder. */
export class FixedWindow {
  readonly #windows: LRUCache<string, Window>;

  constructor(private readonly options: FixedWindowOptions) {
    this.#windows = new LRUCache({ max: options.holders });
  }

  /** Counts a request. `now` in milliseconds, from a monotonic clock. */
  take(holder: string, now: number): RateResult {
    const { limit, windowMs } = this.options;
    const known = this.#windows.get(holder);
    const window = known && now < known.since + windowMs ? known : { since: now, requests: 0 };
    if (window !== known) this.#windows.set(holder, window);
    window.requests++;
    return {
      granted: window.requests <= limit,
      left: Math.max(0, limit - window.requests),
      seconds: Math.ceil((windowMs - (now - window.since)) / 1000),
    };
  }
}

/** The key by which an address is counted. The holder of one IPv6 address usually has its whole /64 network. */
export function rateLimitKey(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1] ?? address;
  const [head = '', tail] = address.split('::', 2);
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

const WINDOW_SECONDS = 60;
const HOLDERS = 10_000;

/**
 * Limits the requests of each holder: of a key, wherever it is used from, or of an address where there is no key. Each
 * process counts for itself: a shared count would cost every request a round trip.
 */
export class RateLimiter {
  readonly #rate: FixedWindow | null;
  readonly #policy: string;
  readonly #concurrency: ConcurrencyLimiter;

  /**
   * @param perMinute requests; null: no limit
   * @param streams concurrent streams of one holder
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
    this.#concurrency = new ConcurrencyLimiter({ ...concurrencyLimits, streams });
    this.#policy = `"default";q=${perMinute};w=${WINDOW_SECONDS}`;
  }

  /**
   * Counts a request, and sets `RateLimit` and `RateLimit-Policy` on its answer (draft-ietf-httpapi-ratelimit-headers).
   * @throws Problem `rate-limited`
   */
  count(request: FastifyRequest, reply: FastifyReply): void {
    if (!this.#rate) return;
    const { granted, left, seconds } = this.#rate.take(holderOf(request), this.now());
    void reply.header('ratelimit-policy', this.#policy).header('ratelimit', `"default";r=${left};t=${seconds}`);
    if (granted) return;
    throw new Problem('rate-limited', `Too many requests in one minute. Try again in ${seconds} s.`, {
      headers: { 'retry-after': String(seconds) },
    });
  }

  /**
   * Counts a request that may take long, until its answer is closed.
   * @throws Problem `rate-limited`
   */
  begin(kind: LongKind, request: FastifyRequest, reply: FastifyReply): void {
    const end = this.#concurrency.begin(kind, holderOf(request));
    // A client that went away while its key was looked up closes nothing later.
    if (reply.raw.destroyed) end();
    else reply.raw.once('close', end);
  }
}

const holderOf = ({ identity, ip }: FastifyRequest): string =>
  identity ? `key ${identity.name}` : `address ${rateLimitKey(ip)}`;
