/**
 * The configuration cannot be used. The message names every problem, one a line, and is written for the operator: print
 * it without a stack.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    const count = problems.length === 1 ? 'one setting is wrong' : `${problems.length} settings are wrong`;
    super([`Dateline cannot start: ${count}.`, ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}
