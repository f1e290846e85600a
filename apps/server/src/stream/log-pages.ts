import { LRUCache } from 'lru-cache';

/** An event as followers of the log receive it. */
export interface StreamedEvent {
  position: number;
  story: string;
  type: string;
  text: string;
}

export interface StreamFilter {
  story: string | undefined;
  /** Events of one of these. */
  types: readonly string[] | undefined;
}

/** The text of the matching events after a position and up to another, or `null` where none matches. */
export interface StreamedPart {
  upTo: number;
  bytes: Buffer | null;
}

/** Reads events after a position and up to another, in order. */
export type ReadEventTexts = (
  after: number,
  upTo: number,
  filter: StreamFilter,
  limit: number,
) => Promise<StreamedEvent[]>;

/** Positions of a page: the most that is sent at once. */
const PAGE = 100;
/** Pages in the cache. A client that is further behind and has a filter is served by the indexes of the database. */
const MAX_PAGES = 40;
const EVERYTHING: StreamFilter = { story: undefined, types: undefined };
/** Positions that one query with a filter covers. */
const FILTER_RANGE = 20_000;

interface Page {
  events: StreamedEvent[];
  reading: Promise<void> | null;
  /** Parts that were sent. Clients at the same position with the same filter get the same bytes. */
  parts: Map<string, Buffer>;
}

/**
 * The log as text, in pages that are read once for all followers. Positions have no gaps and an event never changes, so
 * events are only ever appended to a page.
 */
export class LogPages {
  readonly #pages = new LRUCache<number, Page>({ max: MAX_PAGES });

  constructor(private readonly read: ReadEventTexts) {}

  /**
   * The next part after a position, at most up to the head. The caller continues after the returned `upTo`.
   *
   * @throws what the database throws
   */
  async after(position: number, head: number, filter: StreamFilter): Promise<StreamedPart> {
    const filtered = filter.story !== undefined || filter.types !== undefined;
    if (filtered && head - position > PAGE * MAX_PAGES)
      return this.#readFiltered(position, Math.min(head, position + FILTER_RANGE), filter);
    const number = Math.floor(position / PAGE);
    const upTo = Math.min(head, (number + 1) * PAGE);
    const page = this.#page(number);
    const first = number * PAGE;
    while (first + page.events.length < upTo) {
      page.reading ??= this.#extend(page, first, upTo);
      await page.reading;
    }
    const name = `${position}-${upTo} ${filter.story ?? ''} ${filter.types?.join() ?? ''}`;
    const cached = page.parts.get(name);
    if (cached) return { upTo, bytes: cached.length === 0 ? null : cached };
    const matching = page.events.slice(position - first, upTo - first).filter((event) => matches(event, filter));
    const bytes = Buffer.from(matching.map((event) => event.text).join(''));
    if (page.parts.size >= PAGE) page.parts.clear();
    page.parts.set(name, bytes);
    return { upTo, bytes: bytes.length === 0 ? null : bytes };
  }

  #page(number: number): Page {
    const cached = this.#pages.get(number);
    if (cached) return cached;
    const page: Page = { events: [], reading: null, parts: new Map() };
    this.#pages.set(number, page);
    return page;
  }

  async #extend(page: Page, first: number, upTo: number): Promise<void> {
    try {
      const from = first + page.events.length;
      const events = await this.read(from, upTo, EVERYTHING, PAGE);
      if (events.length !== upTo - from)
        throw new Error(`the log holds ${events.length} events from position ${from + 1} to ${upTo}`);
      page.events.push(...events);
    } finally {
      page.reading = null;
    }
  }

  async #readFiltered(position: number, end: number, filter: StreamFilter): Promise<StreamedPart> {
    const events = await this.read(position, end, filter, PAGE);
    const upTo = events.length < PAGE ? end : (events.at(-1)?.position ?? end);
    return { upTo, bytes: events.length === 0 ? null : Buffer.from(events.map((event) => event.text).join('')) };
  }
}

const matches = (event: StreamedEvent, { story, types }: StreamFilter): boolean =>
  (story === undefined || event.story === story) && (types?.includes(event.type) ?? true);
