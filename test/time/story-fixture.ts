import type { TestServer } from '../support/server.js';
import { openStory } from '../http/recording.js';

/** Where something was read. Without a date it is not known when it was published. */
export interface Publication {
  publisher: string;
  publishedAt?: string;
}

export const pageOf = ({ publisher, publishedAt }: Publication) => ({
  url: `https://example.org/${encodeURIComponent(publisher)}`,
  publisher,
  ...(publishedAt !== undefined && { publishedAt }),
});

interface AccountInput {
  occurredAt?: string;
  data?: Record<string, unknown>;
  certainty?: string;
  /** Of a correction: when the source of the account was published. */
  publishedAt?: string;
}

/** A story of a running server: records events in it, and waits until the views show them. */
export class StoryFixture {
  /** The last position recorded. */
  position = 0;

  private constructor(
    readonly server: TestServer,
    readonly story: string,
  ) {}

  static async open(server: TestServer, story: string): Promise<StoryFixture> {
    await openStory(server, story);
    return new StoryFixture(server, story);
  }

  /** Records a fact. Resolves to its id. */
  async fact(
    type: string,
    occurredAt: string,
    data: Record<string, unknown>,
    publication: Publication,
    certainty = 'reported',
  ): Promise<string> {
    return this.#post('/v1/events', {
      type,
      story: this.story,
      occurredAt,
      certainty,
      data,
      source: pageOf(publication),
    });
  }

  corroborate(fact: string, publication: Publication, own: AccountInput = {}): Promise<string> {
    return this.#post(`/v1/events/${fact}/corroboration`, { ...own, source: pageOf(publication) });
  }

  /** Without a publication the editor corrects a mistake of their own; with one the press corrected itself. */
  correct(event: string, own: AccountInput, publication?: Publication): Promise<string> {
    return this.#post(`/v1/events/${event}/correction`, {
      ...own,
      reason: 'a slip',
      ...(publication && { source: pageOf(publication) }),
    });
  }

  retract(event: string, publication?: Publication): Promise<string> {
    return this.#post(`/v1/events/${event}/retraction`, {
      reason: 'not so',
      ...(publication && { source: pageOf(publication) }),
    });
  }

  /** Records several events in one request. Resolves to their ids. */
  async batch(events: readonly object[]): Promise<string[]> {
    const answer = await this.server.post('/v1/events', events, { prefer: 'wait=20' });
    if (answer.status !== 201) throw new Error(answer.text);
    const body = answer.body as { position: number; events: { id: string }[] };
    this.position = body.position;
    return body.events.map((event) => event.id);
  }

  /** The body of a read. Throws unless it is answered with 200. Parameters that are undefined are left out. */
  async get<Body>(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<Body> {
    const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const answer = await this.server.get(`${path}?${new URLSearchParams(given).toString()}`);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.text}`);
    return answer.body as Body;
  }

  /** All items of a list, read with one item a page. */
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

/** The data of a tariff of the USA on a country's goods. */
export const rate = (ratePercent: number, appliesTo = 'CHN', more: Record<string, unknown> = {}) => ({
  imposedBy: 'USA',
  appliesTo,
  ratePercent,
  ...more,
});
