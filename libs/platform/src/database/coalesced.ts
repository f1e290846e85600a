/**
 * A question that many ask at once, asked for all of them together: while one is on its way, those who come wait for
 * the next. What each is told was found out after they asked, and never earlier; alone, nobody waits.
 */
export function coalesced<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let next: Promise<Answer> | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  const begin = (): Promise<Answer> => {
    next = null;
    const answer = ask();
    underWay = answer.catch(() => undefined);
    return answer;
  };
  return () => (next ??= underWay.then(begin));
}
