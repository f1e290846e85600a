/** An event as it goes out to whoever follows the log. */
export interface StreamedEvent {
  position: number;
  story: string;
  type: string;
  text: string;
}

export interface StreamFilter {
  story: string | undefined;
  type: string | undefined;
}

/** What follows a position: as far as it was looked, and the text of what was found, or `null`. */
export interface StreamedPart {
  upTo: number;
  bytes: Buffer | null;
}

/** Events after a position up to another, in order. */
export type ReadPart = (after: number, upTo: number, filter: StreamFilter, limit: number) => Promise<StreamedEvent[]>;

/** Positions of a page: the most that goes out at once. */
const PAGE = 100;
/** So many pages are kept, the latest used. Who is further behind, and wants a part only, is served by the indexes. */
const MOST_PAGES = 40;
const EVERYTHING: StreamFilter = { story: undefined, type: undefined };
/** How far one look of a filter goes. */
const FAR = 20_000;

interface Page {
  events: StreamedEvent[];
  reading: Promise<void> | null;
  /** What was sent of it: who stands at the same place and wants the same gets the same bytes. */
  parts: Map<string, Buffer>;
}

/**
 * The log as text, in pages that are read once for all who follow it. Positions have no gap and never change, so a page
 * is only ever added to.
 */
export class LogPages {
  readonly #pages = new Map<number, Page>();

  constructor(private readonly read: ReadPart) {}

  /**
   * What follows a position, up to another one at most. Goes on from `upTo` until that is reached.
   *
   * @throws what the database throws
   */
  async after(position: number, head: number, filter: StreamFilter): Promise<StreamedPart> {
    const filtered = filter.story !== undefined || filter.type !== undefined;
    if (filtered && head - position > PAGE * MOST_PAGES)
      return this.#far(position, Math.min(head, position + FAR), filter);
    const number = Math.floor(position / PAGE);
    const upTo = Math.min(head, (number + 1) * PAGE);
    const page = this.#page(number);
    const first = number * PAGE;
    while (first + page.events.length < upTo) {
      page.reading ??= this.#extend(page, first, upTo);
      await page.reading;
    }
    const name = `${position}-${upTo} ${filter.story ?? ''} ${filter.type ?? ''}`;
    const kept = page.parts.get(name);
    if (kept) return { upTo, bytes: kept.length === 0 ? null : kept };
    const wanted = page.events.slice(position - first, upTo - first).filter((event) => fits(event, filter));
    const bytes = Buffer.from(wanted.map((event) => event.text).join(''));
    if (page.parts.size >= PAGE) page.parts.clear();
    page.parts.set(name, bytes);
    return { upTo, bytes: bytes.length === 0 ? null : bytes };
  }

  #page(number: number): Page {
    const page = this.#pages.get(number) ?? { events: [], reading: null, parts: new Map<string, Buffer>() };
    this.#pages.delete(number);
    this.#pages.set(number, page);
    const [longestUnused] = this.#pages.keys();
    if (this.#pages.size > MOST_PAGES && longestUnused !== undefined) this.#pages.delete(longestUnused);
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

  async #far(position: number, end: number, filter: StreamFilter): Promise<StreamedPart> {
    const events = await this.read(position, end, filter, PAGE);
    const upTo = events.length < PAGE ? end : (events.at(-1)?.position ?? end);
    return { upTo, bytes: events.length === 0 ? null : Buffer.from(events.map((event) => event.text).join('')) };
  }
}

const fits = (event: StreamedEvent, { story, type }: StreamFilter): boolean =>
  (story === undefined || event.story === story) && (type === undefined || event.type === type);
