import { NotWanted } from './while-wanted.js';

/**
 * Coalesces equal calls: at most one call of `ask` is under way. Whoever calls meanwhile joins the one next call, which
 * begins as soon as the current one ends. So an answer was always found after it was requested, and a single caller
 * never waits for others.
 *
 * Unlike `batched`, all who join a call get the same answer, and nobody can cancel.
 *
 * @param ask receives what the callers of one call passed, in order, with repetitions
 */
export function coalesced<Answer, Question = void>(
  ask: (questions: Question[]) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  let next: { questions: Question[]; answer: Promise<Answer> } | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  const begin = (questions: Question[]): Promise<Answer> => {
    next = null;
    const answer = ask(questions);
    underWay = answer.catch(() => undefined);
    return answer;
  };
  return (question) => {
    if (next) next.questions.push(question);
    else {
      const questions = [question];
      next = { questions, answer: underWay.then(() => begin(questions)) };
    }
    return next.answer;
  };
}

/**
 * `coalesced`, with one call at a time for each key. A key is remembered only while somebody waits for it.
 *
 * @param ask receives the key, and what the callers of one call passed, in order
 */
export function coalescedByKey<Answer, Question = void>(
  ask: (key: string, questions: Question[]) => Promise<Answer>,
): (key: string, question: Question) => Promise<Answer> {
  const waiting = new Map<string, { ask: (question: Question) => Promise<Answer>; callers: number }>();
  return async (key, question) => {
    const known = waiting.get(key);
    const entry = known ?? { ask: coalesced((questions: Question[]) => ask(key, questions)), callers: 0 };
    if (!known) waiting.set(key, entry);
    entry.callers += 1;
    try {
      return await entry.ask(question);
    } finally {
      entry.callers -= 1;
      if (entry.callers === 0) waiting.delete(key);
    }
  };
}

/** How long a question waits at most for a batch under way to end, milliseconds; then its own batch begins anyway. */
const MAX_WAIT_MS = 100;

type AskBatch<Question, Answer> = (questions: readonly Question[], wanted: AbortSignal) => Promise<readonly Answer[]>;

interface PendingQuestion<Question, Answer> {
  question: Question;
  wanted: AbortSignal | undefined;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Batches questions of one kind, each with its own answer. While `atOnce` batches are under way, new questions wait for
 * the next one, which takes up to `most` of them. A batch holds only questions that were asked before it began; with
 * few callers nobody waits. If a batch fails, it fails for all in it. Questions whose callers have gone are left out.
 *
 * @param ask returns the answers in the order of the questions; its signal is aborted once all callers have gone
 */
export function batched<Question, Answer>(
  ask: AskBatch<Question, Answer>,
  { atOnce, most }: { atOnce: number; most: number },
): (question: Question, wanted?: AbortSignal) => Promise<Answer> {
  let pending: PendingQuestion<Question, Answer>[] = [];
  let underWay = 0;
  let overdue: NodeJS.Timeout | null = null;
  const begin = (all: boolean): void => {
    pending = rejectUnwanted(pending);
    while (pending.length > 0 && (all || underWay < atOnce)) {
      const batch = pending.slice(0, most);
      pending = pending.slice(most);
      underWay += 1;
      void answerBatch(batch, ask).finally(() => {
        underWay -= 1;
        begin(false);
      });
    }
    if (pending.length > 0)
      overdue ??= setTimeout(() => {
        overdue = null;
        begin(true);
      }, MAX_WAIT_MS);
  };
  return (question, wanted) =>
    new Promise((resolve, reject) => {
      pending.push({ question, wanted, resolve, reject });
      // The questions of one turn of the event loop go into one batch.
      if (pending.length === 1) setImmediate(begin, false);
    });
}

async function answerBatch<Question, Answer>(
  batch: readonly PendingQuestion<Question, Answer>[],
  ask: AskBatch<Question, Answer>,
): Promise<void> {
  const { signal, dispose } = allAborted(batch.map(({ wanted }) => wanted));
  try {
    const answers = await ask(
      batch.map(({ question }) => question),
      signal,
    );
    for (const [i, { wanted, resolve, reject }] of batch.entries()) {
      if (wanted?.aborted) reject(new NotWanted());
      else resolve(answers[i] as Answer);
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  } finally {
    dispose();
  }
}

/** Rejects the questions whose callers have gone, and returns the others. */
function rejectUnwanted<Question, Answer>(
  pending: PendingQuestion<Question, Answer>[],
): PendingQuestion<Question, Answer>[] {
  if (!pending.some(({ wanted }) => wanted?.aborted)) return pending;
  return pending.filter(({ wanted, reject }) => {
    if (!wanted?.aborted) return true;
    reject(new NotWanted());
    return false;
  });
}

/** A signal that is aborted once all the given signals are; never, if a caller has none. */
function allAborted(signals: readonly (AbortSignal | undefined)[]): { signal: AbortSignal; dispose: () => void } {
  const all = new AbortController();
  let left = signals.length;
  const onAbort = (): void => {
    left -= 1;
    if (left === 0) all.abort();
  };
  for (const signal of signals) signal?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: all.signal,
    dispose: () => signals.forEach((signal) => signal?.removeEventListener('abort', onAbort)),
  };
}
