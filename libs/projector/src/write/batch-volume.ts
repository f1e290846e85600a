/** About how many characters of rows and records one batch holds in memory at most before they are written. */
export const MAX_BATCH_TEXT = 32 * 1024 * 1024;

/** A batch of several requests changes more than is held in memory: make it again with fewer events. */
export class BatchTooLarge extends Error {
  constructor() {
    super('a batch changes more than is held in memory');
  }
}

/** How much a batch changes, over all subjects and views. */
export class Volume {
  private text = 0;

  /** @param isDivisible the batch has several requests; a single request is bounded by its subjects' budgets */
  constructor(
    private readonly isDivisible = false,
    private readonly most: number = MAX_BATCH_TEXT,
  ) {}

  /** The volume of a batch of changes, in the order of their requests. */
  static of(changes: readonly { knownFrom: number }[], most?: number): Volume {
    return new Volume(changes[0]?.knownFrom !== changes.at(-1)?.knownFrom, most);
  }

  /** @throws BatchTooLarge */
  add(text: number): void {
    this.text += text;
    if (this.isDivisible && this.text > this.most) throw new BatchTooLarge();
  }
}

/** A batch that was too large is made again with this part of its events. */
const PART = 1 / 8;

/**
 * Makes a batch of about `size` events, and with fewer for as long as it is too large.
 *
 * @param make makes it; where it throws `BatchTooLarge`, it must have rolled everything back
 */
export async function withFewerWhenTooLarge<T>(size: number, make: (size: number) => Promise<T>): Promise<T> {
  for (let most = size; ; most = Math.max(1, Math.floor(most * PART))) {
    try {
      return await make(most);
    } catch (error) {
      if (!(error instanceof BatchTooLarge)) throw error;
    }
  }
}
