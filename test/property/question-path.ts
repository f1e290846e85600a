import { pointOn } from '../oracle/series.js';
import type { Question } from './questions.js';

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The path of the replay up to the point of the question, which has to have `asOf` and `recordedAsOf`. */
export function replayPathOf({ story, point }: Question): string {
  const { asOf = '', reportedAsOf, undated, recordedAsOf = '' } = point;
  return `/v1/stories/${story}/replay?${queryOf({ to: asOf, recordedAsOf, reportedAsOf, undated })}`;
}

/** The path of the question. Where it has no `recordedAsOf`, the request waits until the views are at `head`. */
export function pathOf(question: Question, head: number): string {
  const { read, subject, story, filter, from } = question;
  const clocks = clocksOf(question, head);
  const { views, types, parties, ...rest } = filter;
  const listed = { ...clocks, limit: '200' };
  const view = `/v1/views/${subject.view}`;
  const path = `${view}/${encodeURIComponent(subject.subject)}`;
  switch (read) {
    case 'item':
      return `${path}?${queryOf(clocks)}`;
    case 'history':
      return `${path}/history?${queryOf(listed)}`;
    case 'board':
      return `/v1/stories/${story}?${queryOf(clocks)}`;
    case 'list':
      return `${view}?${queryOf({ ...listed, story: filterBy(question) })}`;
    case 'disputes':
      return `/v1/disputes?${queryOf({ ...listed, story: filterBy(question), view: subject.view })}`;
    case 'timeline':
      return ofStories(question, 'timeline', { ...listed, ...rest, view: views, type: types, party: parties });
    case 'facts':
      return `${path}/facts?${queryOf(listed)}`;
    case 'changes': {
      const { clock } = from;
      const between = { from: from.point[clock], to: question.point[clock], clock };
      return ofStories(question, 'changes', { ...listed, [clock]: undefined, ...between, view: views });
    }
    case 'deadlines': {
      const { limit } = question;
      return `/v1/deadlines?${queryOf({ ...clocks, ...question.deadlines, limit, story: filterBy(question) })}`;
    }
    case 'series': {
      const { steps, limit, isOfSubject } = question;
      const about = isOfSubject ? { subject: subject.subject } : { story: filterBy(question) };
      const { asOf, reportedAsOf, recordedAsOf, undated } = question.point;
      // The clocks that step are given by the days.
      const stepping = pointOn({ now: '' }, steps, 'stepping');
      const fixed = Object.entries({ asOf, reportedAsOf, recordedAsOf }).filter(([name]) => !(name in stepping));
      const minPosition = steps.clock === 'recordedAsOf' ? undefined : clocks.minPosition;
      const query = {
        view: subject.view,
        ...about,
        ...steps,
        ...Object.fromEntries(fixed),
        undated,
        limit,
        minPosition,
      };
      return `/v1/series?${queryOf(query)}`;
    }
  }
}

function clocksOf({ point, knownOn }: Question, head: number) {
  const { asOf, reportedAsOf, undated, recordedAsOf } = point;
  const minPosition = recordedAsOf === undefined ? String(head) : undefined;
  const bounds = { asOf, reportedAsOf, recordedAsOf };
  return { ...(knownOn ? { knownOn: asOf, recordedAsOf } : bounds), undated, minPosition };
}

/** A list of one story by its own path, or of all stories with the story, or none, as a filter. */
const ofStories = (question: Question, list: string, query: Parameters): string =>
  question.among === 'story'
    ? `/v1/stories/${question.story}/${list}?${queryOf(query)}`
    : `/v1/${list}?${queryOf({ ...query, story: filterBy(question) })}`;

const filterBy = ({ among, story }: Question): string | undefined => (among === 'all' ? undefined : story);

function queryOf(parameters: Parameters): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
