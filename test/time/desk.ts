import type { TestServer } from '../support/server.js';
import { openStory } from '../http/recording.js';

/** Where something was read; without a date nobody knows when it was published. */
export interface Read {
  publisher: string;
  publishedAt?: string;
}

export const pageOf = ({ publisher, publishedAt }: Read) => ({
  url: `https://example.org/${encodeURIComponent(publisher)}`,
  publisher,
  ...(publishedAt !== undefined && { publishedAt }),
});

interface Own {
  occurredAt?: string;
  data?: Record<string, unknown>;
  certainty?: string;
}

/** An editor's desk: records what is read, in a story of its own, and waits until the views show it. */
export class Desk {
  /** The last position recorded. */
  position = 0;

  private constructor(
    readonly server: TestServer,
    readonly story: string,
  ) {}

  static async open(server: TestServer, story: string): Promise<Desk> {
    await openStory(server, story);
    return new Desk(server, story);
  }

  /** Records a fact; answers its id. */
  async fact(
    type: string,
    occurredAt: string,
    data: Record<string, unknown>,
    read: Read,
    certainty = 'reported',
  ): Promise<string> {
    return this.#post('/v1/events', { type, story: this.story, occurredAt, certainty, data, source: pageOf(read) });
  }

  corroborate(fact: string, read: Read, own: Own = {}): Promise<string> {
    return this.#post(`/v1/events/${fact}/corroboration`, { ...own, source: pageOf(read) });
  }

  /** Without a source it mends what this desk got wrong; with one it tells what the press corrected. */
  correct(event: string, own: Own, read?: Read): Promise<string> {
    return this.#post(`/v1/events/${event}/correction`, {
      ...own,
      reason: 'a slip',
      ...(read && { source: pageOf(read) }),
    });
  }

  retract(event: string, read?: Read): Promise<string> {
    return this.#post(`/v1/events/${event}/retraction`, { reason: 'not so', ...(read && { source: pageOf(read) }) });
  }

  /** Several events in one request; answers their ids. */
  async batch(events: readonly object[]): Promise<string[]> {
    const answer = await this.server.post('/v1/events', events, { prefer: 'wait=20' });
    if (answer.status !== 201) throw new Error(answer.text);
    const body = answer.body as { position: number; events: { id: string }[] };
    this.position = body.position;
    return body.events.map((event) => event.id);
  }

  /** An answer that must be there. Parameters that are undefined are left out. */
  async get<Body>(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<Body> {
    const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const answer = await this.server.get(`${path}?${new URLSearchParams(given).toString()}`);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.text}`);
    return answer.body as Body;
  }

  /** All pages of a list, one item a page. */
  async pages<Item>(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: { items: Item[]; next: string | null } = await this.get(
        path,
        cursor === undefined ? { ...query, limit: 1 } : { cursor },
      );
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  async #post(path: string, body: object): Promise<string> {
    const answer = await this.server.post(path, body, { prefer: 'wait=20' });
    if (answer.status !== 201) throw new Error(answer.text);
    const recorded = answer.body as { position: number; events: [{ id: string }] };
    this.position = recorded.position;
    return recorded.events[0].id;
  }
}

/** The path of a tariff's item. */
export const tariffPath = (subject = 'USA>CHN:all'): string => `/v1/views/tariffs/${encodeURIComponent(subject)}`;

/** A rate of the USA on a country's goods. */
export const rate = (ratePercent: number, appliesTo = 'CHN', more: Record<string, unknown> = {}) => ({
  imposedBy: 'USA',
  appliesTo,
  ratePercent,
  ...more,
});
