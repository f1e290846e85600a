import type { Json } from './pattern.js';
import type { Fact } from './recorded.js';
import { deal } from './states/deal.js';
import { meeting } from './states/meeting.js';
import { restriction } from './states/restriction.js';
import { story } from './states/story.js';
import { summit } from './states/summit.js';
import { talks } from './states/talks.js';
import { tariff } from './states/tariff.js';
import { truce } from './states/truce.js';
import { visit } from './states/visit.js';
import type { ViewName } from './subjects.js';

export type State = Readonly<Record<string, Json>>;

const STATES: Readonly<Record<ViewName, (facts: readonly Fact[], at: string) => State>> = {
  deals: deal,
  meetings: meeting,
  restrictions: restriction,
  stories: story,
  summits: summit,
  talks,
  tariffs: tariff,
  truces: truce,
  visits: visit,
};

/** The state of a subject after these facts, which are in fold order and without claims, as of the instant `at`. */
export const stateOf = (view: ViewName, facts: readonly Fact[], at: string): State => STATES[view](facts, at);

/** What an item leads with. */
const HEADLINES: Readonly<Record<ViewName, readonly string[]>> = {
  deals: ['status'],
  meetings: ['status', 'scheduledFor'],
  restrictions: ['status', 'until'],
  stories: ['status'],
  summits: ['status', 'until'],
  talks: ['status', 'round'],
  tariffs: ['ratePercent', 'comparator', 'basis', 'status'],
  truces: ['status', 'validUntil'],
  visits: ['status', 'date'],
};

export const headlineOf = (view: ViewName, state: State): Record<string, Json> =>
  Object.fromEntries(HEADLINES[view].map((field) => [field, state[field]]));
