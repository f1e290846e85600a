import type { Data } from './recorded.js';

/** The views. */
export const VIEWS = [
  'deals',
  'meetings',
  'restrictions',
  'stories',
  'summits',
  'talks',
  'tariffs',
  'truces',
  'visits',
] as const;
export type ViewName = (typeof VIEWS)[number];

export interface Subject {
  view: ViewName;
  subject: string;
}

/**
 * The subject of an event: the slug that it names, its story or, for tariffs, who imposes what on whom. `null`: an event
 * about none.
 */
export function subjectOf({ type, story, data }: { type: string; story: string; data: Data }): Subject | null {
  switch (type) {
    case 'TruceAgreed':
    case 'TruceExtended':
    case 'TruceBroken':
    case 'TruceEnded':
      return { view: 'truces', subject: text(data['truce']) };
    case 'TariffThreatened':
    case 'TariffAnnounced':
    case 'TariffChanged':
    case 'TariffSuspended':
    case 'TariffLifted':
    case 'TariffPlanWithdrawn':
      return {
        view: 'tariffs',
        subject: `${text(data['imposedBy'])}>${text(data['appliesTo'])}:${text(data['measure'] ?? 'all')}`,
      };
    case 'TalksAnnounced':
    case 'TalksStarted':
    case 'TalksResumed':
    case 'TalksSessionHeld':
    case 'TalksConcluded':
    case 'TalksCancelled':
    case 'DelegationNamed':
    case 'TopicDiscussed':
      return { view: 'talks', subject: text(data['talks']) };
    case 'MeetingScheduled':
    case 'MeetingHeld':
    case 'MeetingCancelled':
      return { view: 'meetings', subject: text(data['meeting']) };
    case 'RestrictionImposed':
    case 'RestrictionSuspended':
    case 'RestrictionLifted':
      return { view: 'restrictions', subject: text(data['restriction']) };
    case 'SummitOpened':
    case 'SummitClosed':
      return { view: 'summits', subject: text(data['summit']) };
    case 'DealProgressReported':
      return { view: 'deals', subject: text(data['deal']) };
    case 'VisitPlanned':
    case 'VisitMade':
    case 'VisitCancelled':
      // Without a slug, a visit is in the timeline alone.
      return data['visit'] === undefined ? null : { view: 'visits', subject: text(data['visit']) };
    case 'StoryOpened':
    case 'StoryClosed':
      return { view: 'stories', subject: story };
    default:
      return null;
  }
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`no name of a subject: ${JSON.stringify(value)}`);
  return value;
}
