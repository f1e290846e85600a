import type { AnyItem, Schema } from '../api/client.js';
import type { Clock } from '../clocks/clocks.js';
import { itemInWords, itemTitle } from '../items/item-words.js';
import { firstDay } from '../ui/dates.js';

type Frame = Schema<'Frame'>;

/** The items of a board, by view and subject. */
export type Items = ReadonlyMap<string, AnyItem>;

/** What became known, or came to hold, at one place of a clock. */
export interface ReplayedStep {
  /** `-Infinity`: whatever the point of the clock; `Infinity`: only where the clock is open. */
  place: number;
  changes: Pick<Schema<'Change'>, 'view' | 'subject' | 'after'>[];
  /** The sentences of its facts, where the replay has them. */
  sentences: string[];
  /** How many events it is made of. None: time alone. */
  events: number;
}

/** What a replay ends with: the board as the server reads it. */
export interface ReplayEnd {
  board: Schema<'Board'>;
}

/**
 * The steps of a replay: the frames of one place of its clock are one step.
 *
 * @throws Error where the server broke the replay off
 */
export async function* stepsOf(
  clock: Clock,
  frames: AsyncIterable<Frame>,
): AsyncGenerator<ReplayedStep | ReplayEnd, void> {
  let step: ReplayedStep | null = null;
  for await (const frame of frames) {
    if ('error' in frame) throw new Error(frame.error.detail);
    if ('board' in frame) {
      if (step) yield step;
      yield { board: frame.board };
      return;
    }
    const place = placeOfFrame(clock, frame);
    if (step && step.place !== place) {
      yield step;
      step = null;
    }
    step ??= { place, changes: [], sentences: [], events: 0 };
    for (const { view, subject, after } of frame.changes) step.changes.push({ view, subject, after });
    if (!('event' in frame)) continue;
    step.events += 1;
    if ('sentence' in frame.event) step.sentences.push(frame.event.sentence);
  }
  throw new Error('The replay broke off before its end.');
}

function placeOfFrame(clock: Clock, frame: Exclude<Frame, { board: unknown } | { error: unknown }>): number {
  if ('at' in frame) return firstDay(frame.at);
  const { event } = frame;
  if (clock === 'recordedAsOf') return 'requestEnd' in event ? event.requestEnd : event.position;
  if (clock === 'asOf') return event.occurredAt === undefined ? -Infinity : firstDay(event.occurredAt);
  const publishedBy = 'publishedBy' in frame ? frame.publishedBy : undefined;
  if (publishedBy === undefined) return -Infinity;
  return publishedBy === null ? Infinity : firstDay(publishedBy);
}

export const itemKey = ({ view, subject }: { view: string; subject: string }): string => `${view} ${subject}`;

/** The items after some changes. */
export function applyChanges(items: Items, changes: ReplayedStep['changes']): Items {
  if (changes.length === 0) return items;
  const next = new Map(items);
  for (const change of changes) {
    if (change.after === null) next.delete(itemKey(change));
    else next.set(itemKey(change), change.after);
  }
  return next;
}

/** Items as a board has them: by view, each view by subject. */
export function viewsOf(items: Items): Record<string, AnyItem[]> {
  const views: Record<string, AnyItem[]> = {};
  for (const item of items.values()) (views[item.view] ??= []).push(item);
  for (const list of Object.values(views))
    list.sort((one, other) => (one.subject < other.subject ? -1 : one.subject > other.subject ? 1 : 0));
  return views;
}

/**
 * The subjects of which the items that were folded here differ from the board that the server read. What is halted, the
 * board leaves out; how many accounts have no date, changes do not say.
 */
export function differencesFrom(items: Items, board: Schema<'Board'>): string[] {
  const halted = new Set(board.haltedSubjects.map(itemKey));
  const isCompared = (item: AnyItem): boolean => !board.halted.includes(item.view) && !halted.has(itemKey(item));
  const read = Object.values(board.views as Record<string, AnyItem[]>).flat();
  const expected = new Map(read.filter(isCompared).map((item) => [itemKey(item), textOf(item)]));
  const folded = new Map([...items.values()].filter(isCompared).map((item) => [itemKey(item), textOf(item)]));
  return [...new Set([...expected.keys(), ...folded.keys()])]
    .filter((key) => expected.get(key) !== folded.get(key))
    .filter((key) => expected.has(key) || board.moreHaltedSubjects === undefined)
    .sort();
}

const textOf = ({ undated: _, ...item }: AnyItem): string => JSON.stringify(item);

/** A step in a line: its first fact, or what it changed. */
export function captionOf({ sentences, changes, events }: ReplayedStep): string {
  const [sentence] = sentences;
  if (sentence !== undefined) return withMore(sentence, sentences.length - 1);
  const shown = changes.filter(({ view }) => view !== 'stories');
  const [change] = shown;
  if (change === undefined) return events === 1 ? 'An event that changes no state.' : 'Events that change no state.';
  const words = changeInWords(change);
  return withMore(events === 0 ? `By time alone: ${words}` : words, shown.length - 1);
}

function changeInWords({ view, subject, after }: ReplayedStep['changes'][number]): string {
  if (after === null) return `${itemTitle(view, subject, null)}: no longer here`;
  const { title, value } = itemInWords(after);
  return `${title}: ${value}`;
}

const withMore = (words: string, more: number): string => (more > 0 ? `${words} (and ${more} more)` : words);

/** Reads so many values ahead of who takes them, so that a short pause of a source delays nobody. */
export async function* readAhead<Value>(source: AsyncIterator<Value, void>, most: number): AsyncGenerator<Value, void> {
  const ahead: Promise<IteratorResult<Value, void>>[] = [];
  try {
    for (;;) {
      while (ahead.length < most) {
        const next = source.next();
        // Who takes it finds out that it failed.
        next.catch(() => undefined);
        ahead.push(next);
      }
      const taken = await ahead.shift();
      if (!taken || taken.done) return;
      yield taken.value;
    }
  } finally {
    source.return?.().catch(() => undefined);
  }
}
