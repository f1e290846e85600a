/**
 * The same values, until the signal is aborted: then it fails with the signal's reason, at once also where the next
 * value is still being waited for. What the source has under way then ends by itself, and nobody waits for it.
 */
export async function* untilAborted<Value>(source: AsyncIterable<Value>, signal: AbortSignal): AsyncGenerator<Value> {
  const values = source[Symbol.asyncIterator]();
  // A promise of its own for each step: one for all of them would keep what each has waited for.
  let fail: (reason: unknown) => void = () => undefined;
  const onAbort = (): void => fail(signal.reason);
  signal.addEventListener('abort', onAbort);
  const next = (): Promise<IteratorResult<Value>> =>
    new Promise((resolve, reject) => {
      fail = reject;
      values.next().then(resolve, reject);
    });
  try {
    for (;;) {
      signal.throwIfAborted();
      const value = await next();
      if (value.done) return;
      yield value.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    const left = values.return?.();
    if (signal.aborted) left?.catch(() => undefined);
    else await left;
  }
}
