import type { DataOf } from '#catalogue/catalogue.js';
import { placeProperties } from '../places/place.js';
import type { Round } from './series.js';
import type { MatchedRound } from './which-round.js';

/**
 * The properties that facts about talks set, by name. All but the leads belong to a round, so that two rounds never
 * contradict each other, and only to a numbered one. Which round an unnumbered fact means depends on what else is
 * known, and "in Geneva" and "in London" may be two rounds. An announcement does not set the status: it is true before
 * and after the start.
 */
type Properties = Record<string, unknown>;

export const announcementSays = (data: DataOf<'TalksAnnounced'>): Properties =>
  ofRound(data, { ...(data.scheduledFor !== undefined && { scheduledFor: data.scheduledFor }) });

export const startSays = (data: DataOf<'TalksStarted'>): Properties => ({
  ...ofRound(data, { status: 'under_way' }),
  ...Object.fromEntries((data.leads ?? []).map(({ party, person }) => leadProperty(party, person))),
});

export const resumptionSays = (data: DataOf<'TalksResumed'>): Properties =>
  ofRound(data, { status: 'under_way', ...(data.day !== undefined && { days: data.day }) });

export const sessionSays = ({ round, hours, comparator = 'eq' }: DataOf<'TalksSessionHeld'>): Properties =>
  ofRound({ round }, { ...(hours !== undefined && { hours: { hours, comparator } }) });

export const conclusionSays = (data: DataOf<'TalksConcluded'>): Properties => ofRound(data, { status: 'concluded' });

export const cancellationSays = (data: DataOf<'TalksCancelled'>): Properties => ofRound(data, { status: 'cancelled' });

export const delegationSays = ({ party, lead }: DataOf<'DelegationNamed'>): Properties =>
  Object.fromEntries([leadProperty(party, lead)]);

function ofRound({ round, place }: MatchedRound, properties: Partial<Record<keyof Round, unknown>>): Properties {
  if (round === undefined) return {};
  const prefix = `round:${round}:`;
  const own = Object.entries(properties).map(([name, value]) => [prefix + name, value]);
  return { ...(Object.fromEntries(own) as Properties), ...placeProperties(place, prefix) };
}

/** By name alone: sources word the same role in different ways. */
const leadProperty = (party: string, person: { name: string }): [string, string] => [`lead:${party}`, person.name];
