import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_EVENTS } from './1764000000001-append-events.js';

/**
 * The clock rule: an append is refused if both the process's clock and the last event contradict the database's clock.
 * `clock_refusal` decides that, and `append_events` calls it.
 */
export class ClockRule1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOCK_REFUSAL);
    await runner.query(`drop function append_events`);
    await runner.query(withClockRule(APPEND_EVENTS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function append_events`);
    await runner.query(APPEND_EVENTS);
    await runner.query(`drop function clock_refusal`);
  }
}

const CLOCK_REFUSAL = `
create function clock_refusal(
  process_us bigint,        -- the clock of the appending process, microseconds since the epoch; null: unknown
  database_us bigint,       -- the clock of the database
  recorded_us bigint        -- recorded_at of the last commit; 0 on an empty log
) returns text              -- why nothing may be recorded now; null: it may
language sql immutable
as $$
  select case when abs(database_us - process_us) > 60000000 and abs(database_us - recorded_us) > 60000000 then
    format('the database''s clock is %s s %s this server''s and %s',
      round(abs(database_us - process_us) / 1000000.0), case when database_us > process_us then 'ahead of'
        else 'behind' end,
      case when recorded_us = 0 then 'no event says which of them is right'
        else format('%s s %s the last event', round(abs(database_us - recorded_us) / 1000000.0),
          case when database_us > recorded_us then 'ahead of' else 'behind' end)
      end)
  end
$$;
revoke execute on function clock_refusal from public;
`;

/**
 * Each pattern matches once in the text. The new parameter has a default, so that a server of the previous release,
 * which does not pass it, appends as before.
 */
const CLOCK_RULE: readonly [place: RegExp, replacement: string][] = [
  [
    /(\n {2}p_dry boolean)( .*)/,
    '$1,$2\n  p_process_us bigint default null -- the clock of the process, microseconds since the epoch',
  ],
  [
    /(?=\n {2}-- Only now: a clock that was read)/,
    `
  refusal := clock_refusal(p_process_us, (extract(epoch from clock_timestamp()) * 1000000)::bigint, us);
  if refusal is not null then raise exception '%', refusal using errcode = 'DL001'; end if;`,
  ],
];

/** `append_events` with the clock rule: one more parameter, and the check before the time is used. */
export function withClockRule(appendEvents: string): string {
  return CLOCK_RULE.reduce((text, [place, replacement]) => {
    if (!place.test(text)) throw new Error(`append_events has no place for the clock rule: ${place}`);
    return text.replace(place, replacement);
  }, appendEvents);
}
