import type { DataOf } from '#catalogue/catalogue.js';
import { placeProperties } from '../places/place.js';
import type { Round } from './series.js';
import type { MatchedRound } from './which-round.js';

/**
 * What facts about talks say that sources can differ on. All of it belongs to a round, so that two rounds never
 * contradict each other, and is said only where the source numbers the round: which unnumbered one a fact means depends
 * on what else is known, and "in Geneva" and "in London" may well be two. An announcement says nothing of the status:
 * it is true before and after the start.
 */
type Said = Record<string, unknown>;

export const announcementSays = (data: DataOf<'TalksAnnounced'>): Said =>
  ofRound(data, { ...(data.scheduledFor !== undefined && { scheduledFor: data.scheduledFor }) });

export const startSays = (data: DataOf<'TalksStarted'>): Said => ({
  ...ofRound(data, { status: 'under_way' }),
  ...Object.fromEntries((data.leads ?? []).map(({ party, person }) => leadSaid(party, person))),
});

export const resumptionSays = (data: DataOf<'TalksResumed'>): Said =>
  ofRound(data, { status: 'under_way', ...(data.day !== undefined && { days: data.day }) });

export const sessionSays = ({ round, hours, comparator = 'eq' }: DataOf<'TalksSessionHeld'>): Said =>
  ofRound({ round }, { ...(hours !== undefined && { hours: { hours, comparator } }) });

export const conclusionSays = (data: DataOf<'TalksConcluded'>): Said => ofRound(data, { status: 'concluded' });

export const delegationSays = ({ party, lead }: DataOf<'DelegationNamed'>): Said =>
  Object.fromEntries([leadSaid(party, lead)]);

function ofRound({ round, place }: MatchedRound, properties: Partial<Record<keyof Round, unknown>>): Said {
  if (round === undefined) return {};
  const prefix = `round:${round}:`;
  const own = Object.entries(properties).map(([name, value]) => [prefix + name, value]);
  return { ...(Object.fromEntries(own) as Said), ...placeProperties(place, prefix) };
}

/** By name alone: roles are told in many ways. */
const leadSaid = (party: string, person: { name: string }): [string, string] => [`lead:${party}`, person.name];
