import type { z } from 'zod';
import type { EventDefinition, Telling } from './define-event.js';
import { upcast } from './upcast.js';
import { storyOpened } from './events/story-opened.js';
import { storyClosed } from './events/story-closed.js';
import { talksAnnounced } from './events/talks-announced.js';
import { talksStarted } from './events/talks-started.js';
import { talksResumed } from './events/talks-resumed.js';
import { talksSessionHeld } from './events/talks-session-held.js';
import { talksConcluded } from './events/talks-concluded.js';
import { delegationNamed } from './events/delegation-named.js';
import { topicDiscussed } from './events/topic-discussed.js';
import { tariffThreatened } from './events/tariff-threatened.js';
import { tariffAnnounced } from './events/tariff-announced.js';
import { tariffChanged } from './events/tariff-changed.js';
import { tariffSuspended } from './events/tariff-suspended.js';
import { tariffLifted } from './events/tariff-lifted.js';
import { restrictionImposed } from './events/restriction-imposed.js';
import { restrictionSuspended } from './events/restriction-suspended.js';
import { restrictionLifted } from './events/restriction-lifted.js';
import { purchaseCommitted } from './events/purchase-committed.js';
import { truceAgreed } from './events/truce-agreed.js';
import { truceExtended } from './events/truce-extended.js';
import { truceBroken } from './events/truce-broken.js';
import { truceEnded } from './events/truce-ended.js';
import { meetingScheduled } from './events/meeting-scheduled.js';
import { meetingHeld } from './events/meeting-held.js';
import { meetingCancelled } from './events/meeting-cancelled.js';
import { summitOpened } from './events/summit-opened.js';
import { summitClosed } from './events/summit-closed.js';
import { accordSigned } from './events/accord-signed.js';
import { dealProgressReported } from './events/deal-progress-reported.js';
import { statementMade } from './events/statement-made.js';
import { visitPlanned } from './events/visit-planned.js';
import { visitMade } from './events/visit-made.js';
import { hostilitiesReported } from './events/hostilities-reported.js';
import { milestoneReported } from './events/milestone-reported.js';
import { eventCorrected } from './events/event-corrected.js';
import { eventRetracted } from './events/event-retracted.js';
import { eventCorroborated } from './events/event-corroborated.js';

/** What can be said: every event type, one line each. */
export const catalogue = [
  storyOpened,
  storyClosed,
  talksAnnounced,
  talksStarted,
  talksResumed,
  talksSessionHeld,
  talksConcluded,
  delegationNamed,
  topicDiscussed,
  tariffThreatened,
  tariffAnnounced,
  tariffChanged,
  tariffSuspended,
  tariffLifted,
  restrictionImposed,
  restrictionSuspended,
  restrictionLifted,
  purchaseCommitted,
  truceAgreed,
  truceExtended,
  truceBroken,
  truceEnded,
  meetingScheduled,
  meetingHeld,
  meetingCancelled,
  summitOpened,
  summitClosed,
  accordSigned,
  dealProgressReported,
  statementMade,
  visitPlanned,
  visitMade,
  hostilitiesReported,
  milestoneReported,
  eventCorrected,
  eventRetracted,
  eventCorroborated,
] as const;

export type EventType = (typeof catalogue)[number]['type'];

/** The data of a type as its schema gives it out: defaults filled in, texts trimmed. */
export type DataOf<T extends EventType> = z.output<Extract<(typeof catalogue)[number], { type: T }>['data']>;

/** A definition's own `data` and `sentence` fit together; across the catalogue only the type's name says which belong to which. */
const byType: ReadonlyMap<string, EventDefinition> = new Map(
  catalogue.map((definition) => [definition.type, definition as unknown as EventDefinition]),
);

/** The definition of a type, or `undefined` where there is no such type. */
export function eventDefinition(type: string): EventDefinition | undefined {
  return byType.get(type);
}

/** How the timeline tells a fact. `data` is of the type's current schema version. Throws `RangeError` on a type that is not here. */
export function sentenceOf(type: string, data: unknown, telling: Telling): string {
  return known(type).sentence(data, telling);
}

/**
 * Brings stored data from the schema version under which it was recorded to the current one. Throws `RangeError` on a type or a version that
 * is not here: then the record was written by a newer program.
 */
export function upcastData(type: string, fromVersion: number, data: unknown): unknown {
  return upcast(known(type), fromVersion, data);
}

function known(type: string): EventDefinition {
  const definition = byType.get(type);
  if (definition === undefined) throw new RangeError(`not an event type: ${type}`);
  return definition;
}
