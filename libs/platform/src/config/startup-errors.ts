/**
 * The configuration cannot be used. The message lists every problem, one per line, and is written for the operator:
 * print it without a stack.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    const count = problems.length === 1 ? 'one setting is wrong' : `${problems.length} settings are wrong`;
    super([`Dateline cannot start: ${count}.`, ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}

/**
 * The server cannot, or must not, use this database. The message is written for the operator: print it without a stack.
 */
export class DatabaseStartupError extends Error {
  override readonly name = 'DatabaseStartupError';

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
  }

  /** Sets the error that caused this one. */
  because(cause: unknown): this {
    this.cause = cause;
    return this;
  }
}
