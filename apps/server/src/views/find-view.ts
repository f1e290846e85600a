import { isReadableAt, readActive, type ActiveGeneration } from '#reader/clocks/active-generation.js';
import { subjectExists } from '#reader/subjects/read-subjects.js';
import { toSubject, type Subject } from '#reader/subjects/subject.js';
import { viewNamed, views } from '#views/registry.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import type { ReadingPool } from '../app-dependencies.js';
import { Problem, unavailable } from '../problems/problem.js';

/**
 * The generation of a view that answers at a point of the record.
 * @throws Problem `not-found` for a name that no view has, `unavailable` while it is first built, or where it is halted
 * before that point
 */
export async function findView(pool: ReadingPool, name: string, clocks: Clocks): Promise<ActiveGeneration> {
  if (!viewNamed(name)) throw new Problem('not-found', `There is no view ${name}. GET /v1/views lists them.`);
  const serving = (await readActive(pool, views, clocks)).find((one) => one.view.name === name);
  if (!serving) throw unavailable(`The view ${name} is being built.`, 5);
  if (!isReadableAt(serving, clocks.position)) {
    throw unavailable(
      `The view ${name} is halted: it holds nothing after position ${serving.halted?.position ?? 0}.`,
      60,
    );
  }
  return serving;
}

/** @throws Problem as `findView`, and `not-found` for a subject that nothing had named by then */
export async function findSubject(pool: ReadingPool, name: string, subject: string, clocks: Clocks): Promise<Subject> {
  const serving = await findView(pool, name, clocks);
  if (!(await subjectExists(pool, serving.projection, subject, clocks.position)))
    throw new Problem(
      'not-found',
      `The view ${name} has never heard of ${subject}. GET /v1/views/${name} lists its subjects.`,
    );
  return toSubject(serving, subject);
}
