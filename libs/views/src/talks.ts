import { defineView, type Deadline } from './define-view.js';
import { placeParts } from './places/place.js';
import {
  announced,
  concluded,
  foldDelegationNamed,
  resumed,
  sessionHeld,
  started,
  foldTopicDiscussed,
} from './talks/folds.js';
import {
  announcementSays,
  conclusionSays,
  delegationSays,
  resumptionSays,
  sessionSays,
  startSays,
} from './talks/says.js';
import { Talks } from './talks/series.js';

const subject = ({ data }: { data: { talks: string } }): string => data.talks;

function deadlines({ rounds }: Talks): Deadline[] {
  return rounds.flatMap(({ status, scheduledFor }): Deadline[] =>
    status === 'announced' && scheduledFor !== null
      ? [{ kind: 'scheduled', date: scheduledFor, what: 'round planned' }]
      : [],
  );
}

export const talks = defineView({
  name: 'talks',
  version: 4,
  description:
    'Series of talks: their rounds, where and how far each has come, who leads the delegations, and what was discussed',
  subject: 'talks',
  state: Talks,
  on: {
    TalksAnnounced: { subject, fold: announced, says: ({ data }) => announcementSays(data) },
    TalksStarted: { subject, fold: started, says: ({ data }) => startSays(data) },
    TalksResumed: { subject, fold: resumed, says: ({ data }) => resumptionSays(data) },
    TalksSessionHeld: { subject, fold: sessionHeld, says: ({ data }) => sessionSays(data) },
    TalksConcluded: { subject, fold: concluded, says: ({ data }) => conclusionSays(data) },
    DelegationNamed: { subject, fold: foldDelegationNamed, says: ({ data }) => delegationSays(data) },
    TopicDiscussed: { subject, fold: foldTopicDiscussed },
  },
  parts: placeParts,
  deadlines,
  parties: ({ parties, leads }) => [...new Set([...parties, ...leads.map(({ party }) => party)])],
});
