// The index of the catalogue: every event type, by family.
export { storyOpened, storyClosed } from './events/stories.js';
export {
  talksAnnounced,
  talksStarted,
  talksResumed,
  talksSessionHeld,
  talksConcluded,
  talksCancelled,
} from './events/talks.js';
export {
  delegationNamed,
  topicDiscussed,
  statementMade,
  hostilitiesReported,
  milestoneReported,
} from './events/reports.js';
export {
  tariffThreatened,
  tariffAnnounced,
  tariffPlanWithdrawn,
  tariffChanged,
  tariffSuspended,
  tariffLifted,
} from './events/tariffs.js';
export { restrictionImposed, restrictionSuspended, restrictionLifted } from './events/restrictions.js';
export { purchaseCommitted, accordSigned, dealProgressReported } from './events/deals.js';
export { truceAgreed, truceExtended, truceBroken, truceEnded } from './events/truces.js';
export { meetingScheduled, meetingHeld, meetingCancelled } from './events/meetings.js';
export { summitOpened, summitClosed } from './events/summits.js';
export { visitPlanned, visitMade, visitCancelled } from './events/visits.js';
export { eventCorrected, eventRetracted, eventCorroborated } from './events/corrections.js';
