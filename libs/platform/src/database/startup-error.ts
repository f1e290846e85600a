/**
 * The server must not, or cannot, work with this database. The message is written for the operator: print it without a
 * stack.
 */
export class DatabaseStartupError extends Error {
  override readonly name = 'DatabaseRefused';

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
  }

  /** Keeps the error that lies behind it. */
  because(cause: unknown): this {
    this.cause = cause;
    return this;
  }
}
