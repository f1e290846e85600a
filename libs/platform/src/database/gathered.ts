/** How long a question waits for others at most, milliseconds: then it is asked however many are on their way, and waits as any other for a connection. */
const LONGEST = 100;

interface Asked<Question, Answer> {
  question: Question;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Questions of one kind that many ask at once, asked some together: while `atOnce` are on their way, those who come wait for the next, which is asked for up to `most` of
 * them. Each is asked after it was put, never earlier; where few ask, nobody waits. One that fails fails for all who were asked for with it.
 *
 * @param ask answers in the order of the questions
 */
export function gathered<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  { atOnce, most }: { atOnce: number; most: number },
): (question: Question) => Promise<Answer> {
  let waiting: Asked<Question, Answer>[] = [];
  let underWay = 0;
  let overdue: NodeJS.Timeout | null = null;
  const begin = (all: boolean): void => {
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
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      // Those who ask in the same turn of the event loop are asked for together.
      if (waiting.length === 1) setImmediate(begin, false);
    });
}

async function answer<Question, Answer>(
  some: readonly Asked<Question, Answer>[],
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): Promise<void> {
  try {
    const answers = await ask(some.map(({ question }) => question));
    for (const [i, { resolve }] of some.entries()) resolve(answers[i] as Answer);
  } catch (error) {
    for (const { reject } of some) reject(error);
  }
}
