import { limits } from '../http/limits.js';

/** A line of a text, without its end. `bytes` is `null` where it is longer than any line may be. */
export interface Line {
  /** From 1, empty lines counted: as an editor shows it. */
  number: number;
  bytes: Buffer | null;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Cuts what comes in, in pieces of any size, into lines. Takes what editors and systems make of a text: a byte order
 * mark, `\r\n`, empty lines, a last line without an end. Holds no more than one line.
 */
export class LineSplitter {
  #number = 0;
  /** The line that has begun. */
  #begun: Buffer[] = [];
  #size = 0;
  #tooLong = false;

  constructor(private readonly longest: number = limits.bodyBytes) {}

  /** Of the line that is coming in. */
  get number(): number {
    return this.#number + 1;
  }

  /** The lines that end in this piece, but for the empty ones. */
  push(piece: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, from)) {
      this.#add(piece.subarray(from, end));
      lines.push(...this.#end());
      from = end + 1;
    }
    if (from < piece.length) this.#add(piece.subarray(from));
    // Whoever sends a line without an end need not come to it.
    return this.#tooLong ? [...lines, ...this.#end()] : lines;
  }

  /** The last line, where it has no end. */
  end(): Line[] {
    return this.#end();
  }

  #add(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size > this.longest) this.#tooLong = true;
    else this.#begun.push(piece);
  }

  #end(): Line[] {
    const number = ++this.#number;
    const [only] = this.#begun;
    const bytes = this.#tooLong
      ? null
      : trimmed(this.#begun.length === 1 && only ? only : Buffer.concat(this.#begun), number === 1);
    this.#begun = [];
    this.#size = 0;
    this.#tooLong = false;
    return bytes?.length === 0 ? [] : [{ number, bytes }];
  }
}

/** A line without what may stand around it: white space is none of JSON's business at its ends. */
function trimmed(line: Buffer, first: boolean): Buffer {
  let from = first && line.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  let to = line.length;
  while (from < to && isSpace(line[from])) from++;
  while (to > from && isSpace(line[to - 1])) to--;
  return line.subarray(from, to);
}

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === RETURN;
