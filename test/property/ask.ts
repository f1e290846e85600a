import { board, disputesOf, subjectsOf } from '../oracle/board.js';
import { history, item } from '../oracle/item.js';
import { differences, type Pattern } from '../oracle/pattern.js';
import type { Told } from '../oracle/told.js';
import type { TestServer } from '../support/server.js';
import type { Question } from './questions.js';

/** The path of the replay up to the point of the question, which has to bound the world and the record. */
export function replayPathOf({ story, point: { asOf = '', reportedAsOf, recordedAsOf = '' } }: Question): string {
  const query = new URLSearchParams({
    to: asOf,
    recordedAsOf,
    ...(reportedAsOf === undefined ? {} : { reportedAsOf }),
  });
  return `/v1/stories/${story}/replay?${query.toString()}`;
}

/** The path that asks it. What the record holds by now is waited for where the question does not bound it. */
export function pathOf({ read, subject, story, point }: Question, head: number): string {
  const query = new URLSearchParams();
  if (point.asOf !== undefined) query.set('asOf', point.asOf);
  if (point.reportedAsOf !== undefined) query.set('reportedAsOf', point.reportedAsOf);
  if (point.recordedAsOf !== undefined) query.set('recordedAsOf', point.recordedAsOf);
  else query.set('minPosition', String(head));
  const item = `/v1/views/${subject.view}/${encodeURIComponent(subject.subject)}`;
  switch (read) {
    case 'item':
      return `${item}?${query.toString()}`;
    case 'history':
      query.set('limit', '200');
      return `${item}/history?${query.toString()}`;
    case 'board':
      return `/v1/stories/${story}?${query.toString()}`;
    case 'list':
      query.set('limit', '200');
      query.set('story', story);
      return `/v1/views/${subject.view}?${query.toString()}`;
    case 'disputes':
      query.set('limit', '200');
      query.set('story', story);
      query.set('view', subject.view);
      return `/v1/disputes?${query.toString()}`;
  }
}

/** What the oracle expects of the whole answer, or `null` for a 404. */
export function expectedOf({ read, subject, story, point, position }: Question, told: readonly Told[]): Pattern {
  const clocks: Record<string, Pattern> = position === undefined ? {} : { clocks: { position } };
  switch (read) {
    case 'item': {
      const found = item(told, subject, point);
      return found === null ? null : { ...(found as Record<string, Pattern>), ...clocks };
    }
    case 'history': {
      const items = history(told, subject, point);
      return items === null ? null : { items, next: null, ...clocks };
    }
    case 'board': {
      const views = board(told, story, point);
      return views === null ? null : { views, halted: [], haltedSubjects: [], ...clocks };
    }
    case 'list':
      return { items: subjectsOf(told, story, subject.view, point), next: null, ...clocks };
    case 'disputes':
      return { items: disputesOf(told, story, subject.view, point), next: null, ...clocks };
  }
}

/** Asks the server and compares; throws an error that tells what was posted, asked, expected and got. */
export async function check(server: TestServer, question: Question, told: readonly Told[]): Promise<void> {
  const path = pathOf(question, told.at(-1)?.position ?? 0);
  const expected = expectedOf(question, told);
  const answer = await server.get(path);
  const status = expected === null ? 404 : 200;
  const wrong =
    answer.status === status
      ? expected === null
        ? []
        : differences(expected, answer.body)
      : [`expected ${status}, got ${answer.status}`];
  if (wrong.length > 0) throw new Error(report(path, told, expected, answer.text, wrong));
}

function report(path: string, told: readonly Told[], expected: Pattern, got: string, wrong: readonly string[]): string {
  const posted = told.map(
    ({ position, requestStart, recordedAt, id, ...event }) =>
      `  ${position} (@${requestStart}, ${recordedAt}, ${id}) ${JSON.stringify(event)}`,
  );
  return [
    'The answer is not what the oracle expects.',
    'Posted: position (first of its request, recorded at, id) event',
    ...posted,
    `Asked: GET ${decodeURIComponent(path)}`,
    'Differences:',
    ...wrong.map((line) => `  ${line}`),
    `Expected: ${JSON.stringify(expected)}`,
    `Got: ${got}`,
  ].join('\n');
}
