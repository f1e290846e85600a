import { dateOrNull, either, listOrNone, type Pattern } from '../pattern.js';
import { given, lastGiven, ofType, type Fact } from '../told.js';

const STATUS: Readonly<Record<string, string>> = {
  MeetingScheduled: 'scheduled',
  MeetingHeld: 'held',
  MeetingCancelled: 'cancelled',
};

/** The state of a meeting after these facts (claims left out, in fold order). */
export function meeting(facts: readonly Fact[]): Pattern {
  const scheduled = ofType(facts, 'MeetingScheduled');
  const told = ofType(facts, 'MeetingScheduled', 'MeetingHeld');
  return {
    participants: listOrNone(lastGiven(facts, 'participants')),
    status: status(facts),
    scheduledFor: either(...latestOrKept(scheduled, 'scheduledFor').map(dateOrNull)),
    place: either(...(latestOrKept(told, 'place') as Pattern[])),
    occasion: either(...(latestOrKept(scheduled, 'occasion') as Pattern[])),
  };
}

/** The last fact says what became of it; whether a plan told after the meeting was held undoes that is left open. */
function status(facts: readonly Fact[]): Pattern {
  const last = STATUS[facts.at(-1)?.type ?? ''] ?? null;
  const held = ofType(facts, 'MeetingHeld').length > 0;
  return last === 'scheduled' && held ? either('scheduled', 'held') : last;
}

/** What the latest of these facts gives; where it gives nothing, whether an older word still stands is left open. */
function latestOrKept(facts: readonly Fact[], field: string): unknown[] {
  const last = facts.at(-1);
  const value = last && given(last, field);
  return value === undefined ? [null, lastGiven(facts, field)] : [value];
}
