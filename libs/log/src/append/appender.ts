import type { Pool, PoolClient } from 'pg';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { APPEND_STATEMENT, appendParameters, readOutcomes, type AppendRow, type CallOutcome } from './append-call.js';
import { appendFailure } from './append-failure.js';
import { LogUnavailable, type AppendRequest, type AppendResult, type StoredPlace } from './append-request.js';
import { readReplayed } from './replayed-request.js';
import { distinctEvents, withRepeated } from './repeated-events.js';
import { takeGroup } from './request-group.js';

export interface AppenderOptions {
  /** How long a request may wait for the log before it is given up with `LogUnavailable`, milliseconds. */
  patience?: number;
  /** Called after each commit with the log's new last position. Must not throw. */
  onAppended?: (position: number) => void;
}

interface Waiting {
  request: AppendRequest;
  deadline: number;
  /** An earlier try may have stored it. */
  again: boolean;
  resolve: (result: AppendResult) => void;
  reject: (error: unknown) => void;
}

/** Client-side limit of one call, milliseconds: a connection that hangs longer is given up, its outcome unknown. */
const CALL_TIMEOUT = 5_000;

/**
 * Appends requests to the log in groups (group commit): while one call is on its way, requests queue here, and the next call takes them
 * all. One call is in flight at a time; the head row's lock would let no second one through anyway.
 */
export class Appender {
  private readonly queue: Waiting[] = [];
  private readonly patience: number;
  private readonly onAppended: (position: number) => void;
  private running: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly pool: Pool,
    options: AppenderOptions = {},
  ) {
    this.patience = options.patience ?? 10_000;
    this.onAppended = options.onAppended ?? (() => undefined);
  }

  /**
   * Appends one request: all of its events or none. Resolves once it is durably stored, or refused by a check of the log.
   * Rejects with `LogUnavailable` when the log cannot be reached in time, or with the database's error where it refuses the request itself.
   */
  async append(request: AppendRequest): Promise<AppendResult> {
    if (this.closed) throw new LogUnavailable('the server is stopping');
    const distinct = distinctEvents(request);
    if (!distinct.ok) return { ok: false, code: 'event-id-conflict', index: distinct.index };
    return withRepeated(distinct.places, await this.enqueue(distinct.request));
  }

  /** How many requests wait. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Takes nothing new, and resolves once all that was taken is answered. */
  async close(): Promise<void> {
    this.closed = true;
    while (this.running) await this.running;
  }

  private enqueue(request: AppendRequest): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.queue.push({ request, deadline: Date.now() + this.patience, again: false, resolve, reject });
      this.running ??= this.run();
    });
  }

  private async run(): Promise<void> {
    let pause = 0;
    while (this.queue.length > 0) {
      // Lets every request that is ready in this turn join the group; without it writers split into two alternating groups.
      await nextTurn();
      const group = takeGroup(this.queue);
      const left = await this.send(group);
      if (left.length === 0) {
        pause = 0;
        continue;
      }
      pause = Math.min(1_000, Math.max(50, pause * 2));
      await sleep(pause);
      this.queue.unshift(...left);
      this.giveUpLate();
    }
    // In the same turn as the last look at the queue: a request that comes after it starts the next run.
    this.running = null;
  }

  /** Sends a group; returns what has to be sent again. */
  private async send(group: Waiting[]): Promise<Waiting[]> {
    try {
      const outcomes = await this.call(group);
      group.forEach((waiting, i) => this.settle(waiting, outcomes[i]));
      return [];
    } catch (error) {
      const failure = appendFailure(error);
      if (failure === 'refused-by-sql') {
        const [only] = group;
        if (group.length === 1 && only) {
          only.reject(error);
          return [];
        }
        // One of them is poisoned. Alone, it fails alone.
        const left: Waiting[] = [];
        for (const waiting of group) left.push(...(await this.send([waiting])));
        return left;
      }
      for (const waiting of group) waiting.again ||= failure === 'outcome-unknown';
      return group;
    }
  }

  private async call(group: Waiting[]): Promise<(CallOutcome | AppendResult)[]> {
    const requests = group.map((waiting) => waiting.request);
    const client = await this.pool.connect();
    try {
      const values = appendParameters(
        requests,
        group.some((waiting) => waiting.again),
      );
      const answer = await client.query<AppendRow>({ ...APPEND_STATEMENT, values, query_timeout: CALL_TIMEOUT } as never);
      const [row] = answer.rows;
      if (!row) throw new Error('append_events answered nothing');
      const outcomes = await withReplays(client, requests, readOutcomes(requests, row));
      client.release();
      return outcomes;
    } catch (error) {
      client.release(appendFailure(error) === 'outcome-unknown');
      throw error;
    }
  }

  private settle(waiting: Waiting, outcome: CallOutcome | AppendResult | undefined): void {
    if (!outcome) return waiting.reject(new Error('append_events answered too few outcomes'));
    if ('ok' in outcome) return waiting.resolve(waiting.again ? ownReplay(waiting.request, outcome) : outcome);
    switch (outcome.kind) {
      case 'refused':
        return waiting.resolve({ ok: false, ...outcome.refusal });
      case 'stored': {
        const events = waiting.again ? ownedByThisTry(waiting.request, outcome.events) : outcome.events;
        const position = lastPosition(events);
        if (events.some((event) => !event.duplicate)) this.onAppended(position);
        return waiting.resolve({ ok: true, position, replayed: false, events });
      }
      case 'replayed':
        return waiting.reject(new Error('a replayed request was not read'));
    }
  }

  private giveUpLate(): void {
    const now = Date.now();
    const all = this.queue.splice(0);
    this.queue.push(...all.filter((waiting) => waiting.deadline > now));
    for (const late of all.filter((waiting) => waiting.deadline <= now)) {
      late.reject(new LogUnavailable(late.again ? 'the connection broke, and whether it was stored is not known' : 'no answer in time'));
    }
  }
}

/** An id that this process made cannot have been stored by anybody else: found again after a broken connection, it is this request's own. */
function ownedByThisTry(request: AppendRequest, events: StoredPlace[]): StoredPlace[] {
  return events.map((event, i) => (request.events[i]?.idGiven ? event : { ...event, duplicate: false }));
}

/** Nor can an Idempotency-Key that has stored an id of this process's own making have been used by an earlier request. */
function ownReplay(request: AppendRequest, result: AppendResult): AppendResult {
  const own = result.ok && request.events.some((event) => !event.idGiven && result.events.some((stored) => stored.id === event.id));
  return own ? { ...result, replayed: false } : result;
}

const lastPosition = (events: StoredPlace[]): number => events.reduce((last, event) => Math.max(last, event.position), 0);

async function withReplays(
  client: PoolClient,
  requests: AppendRequest[],
  outcomes: CallOutcome[],
): Promise<(CallOutcome | AppendResult)[]> {
  const read: (CallOutcome | AppendResult)[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    const request = requests[i];
    read.push(outcome.kind === 'replayed' && request ? await readReplayed(client, request) : outcome);
  }
  return read;
}
