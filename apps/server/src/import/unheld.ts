/**
 * So many are kept for a reader who does not take them; after that, the latest takes the place of the one before it.
 */
const MOST_KEPT = 1000;

/**
 * The same values, and a source that goes on whether they are taken or not: for running totals, of which the last says
 * all. Many a client sends all that it has before it looks at an answer, and would wait for ever for a server that
 * waits for it.
 */
export async function* unheld<Value>(source: AsyncIterable<Value>): AsyncGenerator<Value> {
  const kept: Value[] = [];
  let wake = (): void => undefined;
  let end: { error?: unknown } | null = null;
  const pull = async (): Promise<void> => {
    for await (const value of source) {
      if (kept.length === MOST_KEPT) kept.pop();
      kept.push(value);
      wake();
    }
  };
  const ended = (by: { error?: unknown }): void => {
    end = by;
    wake();
  };
  pull().then(
    () => ended({}),
    (error: unknown) => ended({ error }),
  );
  for (;;) {
    for (let value = kept.shift(); value !== undefined; value = kept.shift()) yield value;
    const over = end as { error?: unknown } | null;
    if (over && 'error' in over) throw over.error;
    if (over) return;
    await new Promise<void>((resolve) => (wake = resolve));
  }
}
