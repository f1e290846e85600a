import { begun } from './current-facts.js';
import { endOf, isOver, movedDays, movedMonths, spanOf } from './dates.js';
import { undatedOf } from './item.js';
import { instantOf, momentOf } from './knowledge.js';
import type { Json } from './pattern.js';
import type { Reading } from './reading.js';
import { stateOf, type State } from './state.js';
import type { Plan } from './states/plans.js';
import type { Subject, ViewName } from './subjects.js';

export const DEADLINE_STATES = ['upcoming', 'overdue', 'settled'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** Which deadlines are listed. A date counts by its last day. */
export interface DeadlineFilter {
  state: DeadlineState;
  from?: string | undefined;
  to?: string | undefined;
  /** How far from the day of the read: `30d`, `2w`, `6m`. Not with the others. */
  within?: string | undefined;
}

/** What a state of a view says will end, by its status. */
const EXPIRES: Readonly<Partial<Record<ViewName, Readonly<Record<string, string>>>>> = {
  truces: { in_force: 'truce runs out' },
  tariffs: { suspended: 'suspension ends', lifted: 'lift ends' },
  restrictions: { in_force: 'restriction runs out', suspended: 'suspension ends', lifted: 'lift ends' },
  summits: { open: 'summit ends' },
};

const PLANNED: Readonly<Partial<Record<ViewName, { kind: string; what: (plan: Plan) => string }>>> = {
  tariffs: { kind: 'due', what: ({ kind }) => `${kind} rate takes effect` },
  talks: { kind: 'scheduled', what: () => 'round planned' },
  meetings: { kind: 'scheduled', what: () => 'meeting planned' },
  visits: { kind: 'scheduled', what: () => 'visit planned' },
};

/**
 * The deadlines in one state of the subjects of a story, or of all, at the point: those nearest to the read first, of
 * what is settled the latest dates first, then by view and subject.
 */
export function deadlines(reading: Reading, story: string | undefined, filter: DeadlineFilter): Json[] {
  const today = instantOf(reading.point).slice(0, 10);
  const found = reading
    .touchedBy(story)
    .flatMap((subject) => deadlinesOf(reading, subject))
    .filter(({ state, date }) => state === filter.state && isListed(endOf(date), filter, today));
  const earliest = (a: Deadline, b: Deadline): number =>
    endOf(a.date) === endOf(b.date) ? 0 : endOf(a.date) < endOf(b.date) ? -1 : 1;
  // Those that end at once stay in the order of their subjects.
  const sorted = found.sort(filter.state === 'upcoming' ? earliest : (a, b) => earliest(b, a));
  return sorted.map((one) => ({ ...one }));
}

interface Deadline {
  date: string;
  state: DeadlineState;
  [field: string]: Json;
}

/** What runs out first, then the plans in their order. */
function deadlinesOf(reading: Reading, subject: Subject): Deadline[] {
  const all = reading.of(subject);
  const facts = begun(all.folded, momentOf(reading.point));
  if (facts.length === 0) return [];
  // Before any date has passed: a truce that has run out is in force.
  const state = stateOf(subject.view, facts, BEFORE_ALL_DATES);
  const instant = instantOf(reading.point);
  return [...expiring(subject.view, state, instant), ...planned(subject.view, state, instant)].map((one) => ({
    ...subject,
    story: begun(all.counted, momentOf(reading.point)).at(-1)?.story,
    daysLeft: daysBetween(instant.slice(0, 10), endOf(one.date).slice(0, 10)),
    ...one,
    undated: undatedOf(reading, subject),
  }));
}

const BEFORE_ALL_DATES = '0000';

function expiring(view: ViewName, state: State, instant: string): Deadline[] {
  const date = (state[view === 'truces' ? 'validUntil' : 'until'] ?? null) as string | null;
  const what = EXPIRES[view]?.[state['status'] as string];
  if (date === null || what === undefined) return [];
  const passed = isOver(date, instant);
  return [
    {
      ...{ kind: 'expires', date, what, state: passed ? 'settled' : 'upcoming' },
      ...{ event: null, settledBy: null, fate: null },
    },
  ];
}

function planned(view: ViewName, state: State, instant: string): Deadline[] {
  const named = PLANNED[view];
  if (named === undefined) return [];
  return (state['plans'] as unknown as readonly Plan[]).flatMap((plan): Deadline[] => {
    const { date, event, settledBy, fate } = plan;
    if (date === null) return [];
    const common = { kind: named.kind, date, what: named.what(plan), event, settledBy };
    if (fate !== 'open') return [{ ...common, state: 'settled', fate }];
    return isOver(date, instant)
      ? [{ ...common, state: 'overdue', fate: 'due' }]
      : [{ ...common, state: 'upcoming', fate: 'open' }];
  });
}

/** Whether a filter lists what ends with this instant. `within` reaches ahead, back or, of what is settled, both ways. */
function isListed(end: string, { state, from, to, within }: DeadlineFilter, today: string): boolean {
  if (within === undefined) {
    return (from === undefined || end >= spanOf(from).first) && (to === undefined || end <= endOf(to));
  }
  const [earliest, latest] = [reached(today, within, -1), reached(today, within, 1)];
  const last = end.slice(0, 10);
  return (state === 'upcoming' || last >= earliest) && (state === 'overdue' || last <= latest);
}

/** The day so far ahead or back. A month keeps the day, or ends before it. */
function reached(day: string, within: string, sign: 1 | -1): string {
  const count = sign * Number(within.slice(0, -1));
  if (!within.endsWith('m')) return movedDays(day, within.endsWith('w') ? 7 * count : count);
  return movedMonths(day, count);
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
