import { databaseFaults } from './faults-of-the-database.js';
import { lineFaults } from './faults-of-the-line.js';
import { serverFaults } from './faults-of-servers.js';
import { sessionFaults } from './faults-of-sessions.js';
import type { Ledger } from '../support/load/ledger.js';
import { between, oneOf, type Random } from '../support/load/random.js';
import type { Members } from './members.js';

/** What a fault strikes at. */
export interface Scene {
  members: Members;
  random: Random;
  ledger: Ledger;
}

/** From its beginning until what was broken has been put back. */
export type Fault = (scene: Scene) => Promise<void>;

/** Each kind of fault by its name. Two of one group never strike at once. */
export const groups: readonly Record<string, Fault>[] = [serverFaults, databaseFaults, lineFaults, sessionFaults];

/**
 * Chooses a fault, now and then with one of another group that begins in the middle of it, as [name, fault,
 * milliseconds until it begins].
 */
export function chooseFaults(random: Random): [string, Fault, number][] {
  const first = oneOf(random, groups);
  const second = oneOf(random, groups);
  const one = (group: Record<string, Fault>, after: number): [string, Fault, number] => [
    ...oneOf(random, Object.entries(group)),
    after,
  ];
  return [one(first, 0), ...(second !== first && random() < 0.4 ? [one(second, between(random, 0, 2_000))] : [])];
}
