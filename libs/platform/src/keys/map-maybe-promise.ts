/**
 * Uses a value as soon as it is there: at once where nobody has to wait for it, so that a request that can be answered
 * in this turn is.
 */
export const mapMaybePromise = <Value, Result>(
  value: Value | Promise<Value>,
  use: (value: Value) => Result | Promise<Result>,
): Result | Promise<Result> => (value instanceof Promise ? value.then(use) : use(value));
