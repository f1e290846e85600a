import { Log1764000000000 } from './1764000000000-log.js';
import { AppendEvents1764000000001 } from './1764000000001-append-events.js';
import { Articles1764000000002 } from './1764000000002-articles.js';
import { Projections1764000000003 } from './1764000000003-projections.js';
import { SettledPosition1764000000004 } from './1764000000004-settled-position.js';
import { Access1764000000005 } from './1764000000005-access.js';
import { Summaries1764000000006 } from './1764000000006-summaries.js';
import { StatesApart1764000000007 } from './1764000000007-states-apart.js';
import { DisputeRecords1764000000008 } from './1764000000008-dispute-records.js';
import { BoundedReads1764000000009 } from './1764000000009-bounded-reads.js';
import { UnverifiedArticles1764000000011 } from './1764000000011-unverified-articles.js';
import { LogIdentity1764000000012 } from './1764000000012-log-identity.js';
import { ClockRule1764000000013 } from './1764000000013-clock-rule.js';
import { HaltedSubjects1764000000014 } from './1764000000014-halted-subjects.js';
import { FactsOfAParty1764000000015 } from './1764000000015-facts-of-a-party.js';

/** In order. TypeORM runs those that a database has not seen. */
export const migrations = [
  Log1764000000000,
  AppendEvents1764000000001,
  Articles1764000000002,
  Projections1764000000003,
  SettledPosition1764000000004,
  Access1764000000005,
  Summaries1764000000006,
  StatesApart1764000000007,
  DisputeRecords1764000000008,
  BoundedReads1764000000009,
  UnverifiedArticles1764000000011,
  LogIdentity1764000000012,
  ClockRule1764000000013,
  HaltedSubjects1764000000014,
  FactsOfAParty1764000000015,
];
