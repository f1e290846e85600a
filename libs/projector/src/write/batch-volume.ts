/** Characters of rows and records that one batch holds in memory at most, about, before all of them are written. */
export const MAX_BATCH_TEXT = 32 * 1024 * 1024;

/**
 * A batch of several requests changes more than is held in memory: it is to be given up, and made again of fewer
 * events.
 */
export class BatchTooLarge extends Error {
  constructor() {
    super('a batch changes more than is held in memory');
  }
}

/** How much a batch changes, over all subjects and views. */
export class Volume {
  private text = 0;

  /** @param isDivisible it is of several requests; a single one is bounded by its subjects' budgets */
  constructor(
    private readonly isDivisible = false,
    private readonly most: number = MAX_BATCH_TEXT,
  ) {}

  /** That of a batch of changes, in the order of their requests. */
  static of(changes: readonly { knownFrom: number }[], most?: number): Volume {
    return new Volume(changes[0]?.knownFrom !== changes.at(-1)?.knownFrom, most);
  }

  /** @throws BatchTooLarge */
  add(text: number): void {
    this.text += text;
    if (this.isDivisible && this.text > this.most) throw new BatchTooLarge();
  }
}

/** A batch that was too large is made again of this part of its events. */
const PART = 1 / 8;

/**
 * Makes a batch of a size, and of fewer events for as long as it is too large.
 *
 * @param make makes it; where it throws `BatchTooLarge`, nothing of it stands
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
