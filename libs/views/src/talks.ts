import { defineView, type AtInstant, type FoldedFact } from './define-view.js';
import { placeParts } from './places/place.js';
import { planDeadlines, plansAt } from './plans/plan.js';
import {
  announced,
  cancelled,
  concluded,
  foldDelegationNamed,
  foldTopicDiscussed,
  resumed,
  sessionHeld,
  started,
} from './talks/folds.js';
import {
  announcementSays,
  cancellationSays,
  conclusionSays,
  delegationSays,
  resumptionSays,
  sessionSays,
  startSays,
} from './talks/says.js';
import { FoldedTalks, Talks, type Round } from './talks/series.js';

const subject = ({ data }: { data: { talks: string } }): string => data.talks;

/** Every fact about talks may give their title; without one the known title stays. */
const naming =
  <Data extends { title?: string | undefined }>(
    fold: (before: FoldedTalks | null, fact: FoldedFact<Data>) => FoldedTalks,
  ) =>
  (before: FoldedTalks | null, fact: FoldedFact<Data>): FoldedTalks => {
    const series = fold(before, fact);
    return fact.data.title === undefined ? series : { ...series, title: fact.data.title };
  };

/** An announced round stays announced once its date has passed; its plan is then due. */
function at(series: FoldedTalks, instant: number): AtInstant<Talks> {
  const { plans, next } = plansAt(series.plans, instant);
  return { state: { ...series, rounds: series.rounds.map(shownRound), plans }, next };
}

/** A round without what only folds need. */
function shownRound({ round, place, status, scheduledFor, startedAt, concludedAt, days, hours }: Round): Round {
  return { round, place, status, scheduledFor, startedAt, concludedAt, days, hours };
}

export const talks = defineView({
  name: 'talks',
  version: 7,
  description:
    'Series of talks: their rounds, where and how far each has come, who leads the delegations, and what was discussed',
  subject: 'talks',
  state: Talks,
  folded: FoldedTalks,
  headline: ['status', 'round'],
  appendLists: [{ property: 'topics' }, { property: 'plans', key: 'event' }],
  on: {
    TalksAnnounced: { subject, fold: naming(announced), says: ({ data }) => announcementSays(data) },
    TalksStarted: { subject, fold: naming(started), says: ({ data }) => startSays(data) },
    TalksResumed: { subject, fold: naming(resumed), says: ({ data }) => resumptionSays(data) },
    TalksSessionHeld: { subject, fold: naming(sessionHeld), says: ({ data }) => sessionSays(data) },
    TalksConcluded: { subject, fold: naming(concluded), says: ({ data }) => conclusionSays(data) },
    TalksCancelled: { subject, fold: naming(cancelled), says: ({ data }) => cancellationSays(data) },
    DelegationNamed: { subject, fold: naming(foldDelegationNamed), says: ({ data }) => delegationSays(data) },
    TopicDiscussed: { subject, fold: naming(foldTopicDiscussed) },
  },
  at,
  parts: placeParts,
  title: (series) => series.title,
  deadlines: ({ plans }) => planDeadlines(plans, 'scheduled', () => 'round planned'),
  parties: ({ parties, leads }) => [...new Set([...parties, ...leads.map(({ party }) => party)])],
});
