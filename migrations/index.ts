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
import { Runs1764000000016 } from './1764000000016-runs.js';
import { Deadlines1764000000019 } from './1764000000019-deadlines.js';
import { ListsInOrder1764000000024 } from './1764000000024-lists-in-order.js';
import { AppendLists1764000000025 } from './1764000000025-append-lists.js';
import { DataStillStand1764000000026 } from './1764000000026-data-still-stand.js';
import { RunFrom1764000000031 } from './1764000000031-run-from.js';

/** In order. TypeORM runs those that a database does not have. */
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
  Runs1764000000016,
  Deadlines1764000000019,
  ListsInOrder1764000000024,
  AppendLists1764000000025,
  DataStillStand1764000000026,
  RunFrom1764000000031,
];

/**
 * The privileges of the server's role, if it is not the owner. It can read the log, but append only by `append_events`:
 * it has no INSERT, UPDATE, DELETE or TRUNCATE on `event`, `log_head` and `stream`.
 *
 * @param role its name in PostgreSQL
 * @returns statements that the owner can run repeatedly
 */
export function grantsFor(role: string): string[] {
  const to = `"${role.replaceAll('"', '""')}"`;
  return [
    `grant usage on schema public to ${to}`,
    `grant select on event, log_head, log_identity, stream, idempotency to ${to}`,
    `grant delete on idempotency to ${to}`,
    `grant execute on function append_events, settled_position_at, clock_refusal to ${to}`,
    `grant select, insert, update on article, api_key to ${to}`,
    `grant select, insert on verified_source to ${to}`,
    `grant select, insert, update (expires_at), delete on session to ${to}`,
    `grant select, insert on audit to ${to}`,
    `grant select, insert on server_secret to ${to}`,
    `grant select, insert, update, delete on checkpoint, projection, fact, subject_fact, view_version to ${to}`,
    `grant select, insert, update, delete on dispute_record, halted_subject to ${to}`,
    `grant select, insert, update, delete on summary, summary_feed to ${to}`,
  ];
}
