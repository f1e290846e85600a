import { setTimeout as sleep } from 'node:timers/promises';
import { board, disputesOf, itemsOf } from '../oracle/board.js';
import { changes } from '../oracle/changes.js';
import { clocksOf } from '../oracle/clocks.js';
import { deadlines } from '../oracle/deadlines.js';
import { history, item } from '../oracle/item.js';
import type { Point } from '../oracle/knowledge.js';
import { differences, show, type Json } from '../oracle/pattern.js';
import { Reading } from '../oracle/reading.js';
import type { RecordedEvent } from '../oracle/recorded.js';
import { lastPointOf, series, subjectsOf } from '../oracle/series.js';
import { factsOf, timeline } from '../oracle/timeline.js';
import type { TestServer } from '../support/server.js';
import { pathOf } from './question-path.js';
import type { Question } from './questions.js';

/** The whole answer that the oracle expects; `null`: a 404. */
function expectedOf(question: Question, recorded: readonly RecordedEvent[]): Json {
  const { read, subject, point, filter, from } = question;
  const reading = new Reading(recorded, point);
  const clocks = (at: Point): Json => clocksOf(recorded, at);
  const listed = (items: Json): Json => ({ items, next: null, clocks: clocks(point), halted: [], haltedSubjects: [] });
  const story = question.among === 'all' ? undefined : question.story;
  // A filter by a story that the record does not have is a 404.
  const inStory = (answer: () => Json): Json => (story === undefined || reading.hasOpened(story) ? answer() : null);
  switch (read) {
    case 'item': {
      const found = item(reading, subject);
      return found === null ? null : { ...found, clocks: clocks(point) };
    }
    case 'history': {
      const items = history(reading, subject);
      return items === null ? null : { items, next: null, clocks: clocks(point) };
    }
    case 'board': {
      const found = board(reading, question.story);
      return found === null ? null : { ...found, clocks: clocks(point) };
    }
    case 'list':
      return inStory(() => ({ ...(listed(itemsOf(reading, story, subject.view)) as object), halted: undefined }));
    case 'disputes':
      return inStory(() => listed(disputesOf(reading, story, subject.view)));
    case 'timeline':
      return inStory(() => ({ items: timeline(reading, story, filter), next: null, clocks: clocks(point) }));
    case 'facts':
      if (!reading.knows(subject)) return null;
      return { items: factsOf(reading, subject), next: null, clocks: clocks(point) };
    case 'changes':
      return inStory(() => {
        const before = new Reading(recorded, from.point);
        const items = changes(before, reading, from.clock, story, filter.views);
        return { ...(listed(items) as object), from: clocks(from.point), to: clocks(point) };
      });
    case 'deadlines':
      return inStory(() => listed(deadlines(reading, story, question.deadlines)));
    case 'series': {
      const { steps, isOfSubject } = question;
      const last = new Reading(recorded, lastPointOf(point, steps));
      if (isOfSubject ? !last.knows(subject) : story !== undefined && !last.hasOpened(story)) return null;
      const subjects = isOfSubject ? [subject.subject] : subjectsOf(last, subject.view, story, steps);
      const items = series(recorded, point, subject.view, subjects, steps);
      return { items, next: null, clocks: clocks(last.point), haltedSubjects: [] };
    }
  }
}

/**
 * Compares the server's answer with the oracle's.
 *
 * @returns at how many points: a series has one for each cell
 * @throws an error with what was posted, requested, expected and received, where they differ
 */
export async function checkAnswer(
  server: TestServer,
  question: Question,
  recorded: readonly RecordedEvent[],
): Promise<number> {
  const path = pathOf(question, recorded.at(-1)?.position ?? 0);
  const expected = expectedOf(question, recorded);
  const answer = await wholeAnswer(server, path);
  const status = expected === null ? 404 : 200;
  const wrong =
    answer.status === status
      ? expected === null
        ? []
        : differences(expected, answer.body)
      : [`expected ${status}, got ${answer.status}`];
  if (wrong.length > 0) throw new Error(report(path, recorded, expected, show(answer.body), wrong));
  const cells = question.read === 'series' ? (expected as { items: readonly Json[] } | null)?.items : undefined;
  return Math.max(1, cells?.length ?? 1);
}

/** A key may have only so many series in progress, and all questions of a case are asked at once. */
async function inTurn(server: TestServer, path: string): ReturnType<TestServer['get']> {
  for (;;) {
    const answer = await server.get(path);
    if (answer.status !== 429) return answer;
    await sleep(50);
  }
}

/** The answer with the items of all its pages. */
async function wholeAnswer(server: TestServer, path: string): Promise<{ status: number; body: unknown }> {
  const { status, body } = await inTurn(server, path);
  const items: unknown[] = [];
  for (let page = body as { items?: unknown[]; next?: string | null }; status === 200 && page.items;) {
    items.push(...page.items);
    if (page.next === null || page.next === undefined) return { status, body: { ...page, items } };
    page = (await inTurn(server, `${path}&cursor=${encodeURIComponent(page.next)}`)).body as typeof page;
  }
  return { status, body };
}

function report(
  path: string,
  recorded: readonly RecordedEvent[],
  expected: Json,
  got: string,
  wrong: readonly string[],
): string {
  const posted = recorded.map(
    ({ position, requestStart, recordedAt, id, ...event }) =>
      `  ${position} (@${requestStart}, ${recordedAt}, ${id}) ${JSON.stringify(event)}`,
  );
  return [
    'The answer is not what the oracle expects.',
    'Posted: position (first of its request, recorded at, id) event',
    ...posted,
    `Request: GET ${decodeURIComponent(path)}`,
    'Differences:',
    ...wrong.slice(0, 40).map((line) => `  ${line.slice(0, 2000)}`),
    `Expected: ${show(expected).slice(0, 20_000)}`,
    `Got: ${got.slice(0, 20_000)}`,
  ].join('\n');
}
