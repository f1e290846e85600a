import { limits } from '../http/limits.js';

/** A line of a text, without its line break. */
export interface Line {
  /** From 1, as an editor shows it: empty lines count. */
  number: number;
  /** `null`: the line is too long. */
  bytes: Buffer | null;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Splits a text that comes in chunks of any size into lines. It accepts a byte order mark, `\r\n`, empty lines, and a
 * last line without a line break. It keeps at most one line in memory.
 */
export class LineSplitter {
  #number = 0;
  /** The beginning of the current line. */
  #begun: Buffer[] = [];
  #size = 0;
  #tooLong = false;

  constructor(private readonly maxBytes: number = limits.bodyBytes) {}

  /** The number of the current line. */
  get number(): number {
    return this.#number + 1;
  }

  /** The lines that end in this chunk, without the empty ones. */
  push(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      this.#add(chunk.subarray(from, end));
      lines.push(...this.#end());
      from = end + 1;
    }
    if (from < chunk.length) this.#add(chunk.subarray(from));
    // A line that is too long is reported at once, since it may never end.
    return this.#tooLong ? [...lines, ...this.#end()] : lines;
  }

  /** The last line, where it has no line break. */
  end(): Line[] {
    return this.#end();
  }

  #add(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > this.maxBytes) this.#tooLong = true;
    else this.#begun.push(part);
  }

  #end(): Line[] {
    const number = ++this.#number;
    const [only] = this.#begun;
    const bytes = this.#tooLong
      ? null
      : trim(this.#begun.length === 1 && only ? only : Buffer.concat(this.#begun), number === 1);
    this.#begun = [];
    this.#size = 0;
    this.#tooLong = false;
    return bytes?.length === 0 ? [] : [{ number, bytes }];
  }
}

/** A line without white space at its ends, and without a byte order mark. */
function trim(line: Buffer, first: boolean): Buffer {
  let from = first && line.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  let to = line.length;
  while (from < to && isSpace(line[from])) from++;
  while (to > from && isSpace(line[to - 1])) to--;
  return line.subarray(from, to);
}

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === RETURN;
