import { NotWanted } from './while-wanted.js';

/**
 * How long a question waits for others at most, milliseconds: then it is asked however many are on their way, and waits
 * as any other for a connection.
 */
const LONGEST = 100;

type Ask<Question, Answer> = (questions: readonly Question[], wanted: AbortSignal) => Promise<readonly Answer[]>;

interface Asked<Question, Answer> {
  question: Question;
  wanted: AbortSignal | undefined;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Questions of one kind that many ask at once, asked some together: while `atOnce` are on their way, those who come
 * wait for the next, which is asked for up to `most` of them. Each is asked after it was put, never earlier; where few
 * ask, nobody waits. One that fails fails for all who were asked for with it. Who has gone before their question is
 * asked is left out.
 *
 * @param ask answers in the order of the questions; its signal says that all who put them have gone
 */
export function batched<Question, Answer>(
  ask: Ask<Question, Answer>,
  { atOnce, most }: { atOnce: number; most: number },
): (question: Question, wanted?: AbortSignal) => Promise<Answer> {
  let waiting: Asked<Question, Answer>[] = [];
  let underWay = 0;
  let overdue: NodeJS.Timeout | null = null;
  const begin = (all: boolean): void => {
    waiting = stillWanted(waiting);
    while (waiting.length > 0 && (all || underWay < atOnce)) {
      const some = waiting.slice(0, most);
      waiting = waiting.slice(most);
      underWay += 1;
      void answer(some, ask).finally(() => {
        underWay -= 1;
        begin(false);
      });
    }
    if (waiting.length > 0)
      overdue ??= setTimeout(() => {
        overdue = null;
        begin(true);
      }, LONGEST);
  };
  return (question, wanted) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, wanted, resolve, reject });
      // Those who ask in the same turn of the event loop are asked for together.
      if (waiting.length === 1) setImmediate(begin, false);
    });
}

async function answer<Question, Answer>(
  some: readonly Asked<Question, Answer>[],
  ask: Ask<Question, Answer>,
): Promise<void> {
  const { signal, forget } = allGone(some.map(({ wanted }) => wanted));
  try {
    const answers = await ask(
      some.map(({ question }) => question),
      signal,
    );
    for (const [i, { wanted, resolve, reject }] of some.entries()) {
      if (wanted?.aborted) reject(new NotWanted());
      else resolve(answers[i] as Answer);
    }
  } catch (error) {
    for (const { reject } of some) reject(error);
  } finally {
    forget();
  }
}

/** Leaves out those who have gone, and tells them. */
function stillWanted<Question, Answer>(waiting: Asked<Question, Answer>[]): Asked<Question, Answer>[] {
  if (!waiting.some(({ wanted }) => wanted?.aborted)) return waiting;
  return waiting.filter(({ wanted, reject }) => {
    if (!wanted?.aborted) return true;
    reject(new NotWanted());
    return false;
  });
}

/** A signal that comes when all of some signals have come; never where somebody has none. */
function allGone(signals: readonly (AbortSignal | undefined)[]): { signal: AbortSignal; forget: () => void } {
  const gone = new AbortController();
  let left = signals.length;
  const one = (): void => {
    left -= 1;
    if (left === 0) gone.abort();
  };
  for (const signal of signals) signal?.addEventListener('abort', one, { once: true });
  return { signal: gone.signal, forget: () => signals.forEach((signal) => signal?.removeEventListener('abort', one)) };
}
