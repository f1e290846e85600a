import type { Data } from './told.js';

/** The views that the oracle tells. */
export const VIEWS = ['truces', 'tariffs', 'talks', 'meetings'] as const;
export type ViewName = (typeof VIEWS)[number];

export interface Subject {
  view: ViewName;
  subject: string;
}

/** What an event is about, in the oracle's views: the slug that it names or, of tariffs, who imposes what on whom. */
export function subjectOf({ type, data }: { type: string; data: Data }): Subject | null {
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
      return {
        view: 'tariffs',
        subject: `${text(data['imposedBy'])}>${text(data['appliesTo'])}:${text(data['measure'] ?? 'all')}`,
      };
    case 'TalksAnnounced':
    case 'TalksStarted':
    case 'TalksResumed':
    case 'TalksSessionHeld':
    case 'TalksConcluded':
    case 'DelegationNamed':
    case 'TopicDiscussed':
      return { view: 'talks', subject: text(data['talks']) };
    case 'MeetingScheduled':
    case 'MeetingHeld':
    case 'MeetingCancelled':
      return { view: 'meetings', subject: text(data['meeting']) };
    default:
      return null;
  }
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`no name of a subject: ${JSON.stringify(value)}`);
  return value;
}
