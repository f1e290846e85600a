import { isDeepStrictEqual } from 'node:util';
import type { Body } from './drafts.js';

/** Where the server said that an event stands. */
export interface Place {
  id: string;
  position: number;
  story: string;
  version: number;
  recordedAt: string;
  hash: string;
}

/**
 * By what an event is known again in the log, whatever id it got: the url of its source; where it has none, its type
 * and story.
 */
export const markOf = ({ source, type, story }: Pick<Body, 'source' | 'type' | 'story'>): string =>
  source?.url ?? `${type} of ${story}`;

/** An event as the log tells it, as far as the ledger compares it. */
export interface LoggedEvent extends Place {
  type: string;
  occurredAt?: string;
  data: Record<string, unknown>;
  source?: NonNullable<Body['source']>;
}

interface Entry {
  body: Body;
  /** `unknown`: sent, and no answer came that tells what became of it. It may be in the log. */
  state: 'unknown' | 'acknowledged' | 'refused';
  place: Place | null;
}

/**
 * What was sent to the servers and what they answered, kept outside of them: the witness against which the log is held
 * when they have been killed, cut off and restarted.
 */
export class Ledger {
  /** By their marks. */
  readonly entries = new Map<string, Entry>();
  /** What must not happen, however bad the times: in plain words. */
  readonly breaches: string[] = [];
  /** How many answers came with each status; `broken`: connections that ended without one. */
  readonly answers: Record<string, number> = {};
  /** Events that were stored before their answer was given: the first one never came. */
  foundAgain = 0;
  /** The longest that an answer took, milliseconds. */
  slowest = 0;

  sent(bodies: readonly Body[]): void {
    for (const body of bodies) {
      const mark = markOf(body);
      if (!this.entries.has(mark)) this.entries.set(mark, { body, state: 'unknown', place: null });
    }
  }

  /** @param replayed by its Idempotency-Key: an earlier request had stored it */
  acknowledged(bodies: readonly Body[], places: readonly (Place & { duplicate?: true })[], replayed = false): void {
    for (const [i, body] of bodies.entries()) {
      const { duplicate, ...place } = places[i] ?? {
        id: '',
        position: 0,
        story: '',
        version: 0,
        recordedAt: '',
        hash: '',
      };
      const entry = this.entryOf(body);
      if (entry.place && !isDeepStrictEqual(entry.place, place))
        this.breach(`${markOf(body)} was acknowledged at two places`);
      if (entry.state === 'refused') this.breach(`${markOf(body)} was acknowledged after it had been refused`);
      if (entry.state === 'unknown' && (duplicate || replayed)) this.foundAgain += 1;
      Object.assign(entry, { state: 'acknowledged', place });
    }
  }

  refused(bodies: readonly Body[]): void {
    for (const body of bodies) {
      const entry = this.entryOf(body);
      if (entry.state === 'acknowledged') this.breach(`${markOf(body)} was refused after it had been acknowledged`);
      entry.state = 'refused';
    }
  }

  answered(status: number | 'broken', milliseconds: number): void {
    this.answers[status] = (this.answers[status] ?? 0) + 1;
    this.slowest = Math.max(this.slowest, milliseconds);
  }

  breach(what: string): void {
    if (this.breaches.length < 20) this.breaches.push(what);
  }

  count(state: Entry['state']): number {
    return [...this.entries.values()].filter((entry) => entry.state === state).length;
  }

  /**
   * Holds the whole log against the ledger.
   *
   * @returns what is wrong: acknowledged and not there or not as acknowledged, there twice, there though refused or
   * never sent, a gap
   */
  compare(log: readonly LoggedEvent[]): string[] {
    const wrong: string[] = [];
    const found = new Set<string>();
    const ids = new Set<string>();
    const versions = new Map<string, number>();
    let position = 0;
    for (const event of log) {
      const mark = markOf(event);
      const version = versions.get(event.story) ?? 0;
      if (event.position !== position + 1) wrong.push(`position ${event.position} follows ${position}`);
      if (event.version !== version + 1)
        wrong.push(`${mark} has version ${event.version} of ${event.story}, after version ${version}`);
      position = event.position;
      versions.set(event.story, event.version);
      if (found.has(mark) || ids.has(event.id)) wrong.push(`${mark} (${event.id}) is there twice`);
      found.add(mark);
      ids.add(event.id);
      const entry = this.entries.get(mark);
      if (!entry) wrong.push(`${mark} (${event.id}) was never sent`);
      else wrong.push(...differences(entry, event));
    }
    for (const [mark, { state }] of this.entries)
      if (state === 'acknowledged' && !found.has(mark)) wrong.push(`${mark} was acknowledged and is lost`);
    return wrong;
  }

  private entryOf(body: Body): Entry {
    const entry = this.entries.get(markOf(body));
    if (!entry) throw new Error(`${markOf(body)} was not noted before it was sent`);
    return entry;
  }
}

function differences({ body, state, place }: Entry, event: LoggedEvent): string[] {
  const mark = markOf(body);
  if (state === 'refused') return [`${mark} was refused and is there`];
  const { id, position, story, version, recordedAt, hash } = event;
  const wrong = place && !isDeepStrictEqual(place, { id, position, story, version, recordedAt, hash });
  const asSent =
    event.type === body.type &&
    (body.occurredAt === undefined || event.occurredAt === body.occurredAt) &&
    isDeepStrictEqual(event.data, body.data);
  return [
    ...(wrong
      ? [`${mark} is not where it was acknowledged: ${JSON.stringify(place)}, but ${JSON.stringify(event)}`]
      : []),
    ...(asSent ? [] : [`${mark} does not say what was sent: ${JSON.stringify(body)}, but ${JSON.stringify(event)}`]),
  ];
}
