/**
 * What the server's role may do, where it is not the owner. It reads the log and appends through `append_events` alone:
 * no UPDATE, DELETE, TRUNCATE or INSERT on `event`, `log_head` or `stream`.
 *
 * @param role the role's name, as PostgreSQL knows it
 * @returns statements for the owner to run, repeatable
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
    `grant select, insert, delete on session to ${to}`,
    `grant select, insert on audit to ${to}`,
    `grant select, insert on server_secret to ${to}`,
    `grant select, insert, update, delete on checkpoint, projection, fact, subject_fact, view_version, dispute_record, halted_subject to ${to}`,
    `grant select, insert, update, delete on summary, summary_feed to ${to}`,
  ];
}
