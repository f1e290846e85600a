/** The same, but that the next one is already being made while the last is worked on. One, and no more. */
export async function* oneAhead<Value>(source: AsyncIterable<Value>): AsyncGenerator<Value> {
  const values = source[Symbol.asyncIterator]();
  let next = values.next();
  try {
    for (let value = await next; !value.done; value = await next) {
      next = values.next();
      // Whoever comes to it finds out; nobody may come to it.
      next.catch(() => undefined);
      yield value.value;
    }
  } finally {
    // Not waited for: the one under way may wait for somebody who does not come.
    values.return?.(undefined).catch(() => undefined);
  }
}
