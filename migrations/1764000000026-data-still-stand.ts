import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_EVENTS } from './1764000000001-append-events.js';
import { withClockRule } from './1764000000013-clock-rule.js';

/**
 * A correction that was made by a patch is refused if the data that the patch was applied to no longer stand.
 * `append_events` checks it under the lock of the head, so two patches of the same data cannot both be stored.
 */
export class DataStillStand1764000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function append_events`);
    await runner.query(withStandingRule(withClockRule(APPEND_EVENTS)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function append_events`);
    await runner.query(withClockRule(APPEND_EVENTS));
  }
}

/**
 * Whether a correction e changes the data that a request was made from. An account that gives no data of its own has
 * those of its fact, so both are looked at.
 */
const MOVES_DATA = `e.kind = 3 and e.target in (targets[first], fact_ids[first])
            and e.envelope #> '{data,data}' is not null`;

/**
 * Each pattern matches once in the text. The new parameter has a default, so that a server of the previous release,
 * which does not pass it, appends as before.
 */
const STANDING_RULE: readonly [place: RegExp, replacement: string][] = [
  [
    /(\n {2}p_process_us bigint default null)( .*)/,
    `$1,$2
  -- per request: the last position known to the correction that is its one event, or ''
  p_standing text default ''`,
  ],
  [/(?=\n\n {2}has_keys constant)/, `\n  standing bigint[] := string_to_array(p_standing, sep, '')::bigint[];`],
  [
    /(?=\n\n {4}if has_targets and refusal is null and fresh > 0 then)/,
    `
    if refusal is null and fresh > 0 and standing[r] is not null then
      if exists (
        select 1 from event e
          where e.fact_id = fact_ids[first] and e.target is not null and e.position > standing[r]
            and ${MOVES_DATA}
      ) or exists (
        -- what the requests before it in this call store
        select 1 from unnest(positions[1:first - 1], kinds[1:first - 1], targets[1:first - 1], envelopes[1:first - 1])
            as u(position, kind, target, text)
          cross join lateral (select u.kind, u.target, u.text::json as envelope) e
          where u.position is not null
            and ${MOVES_DATA}
      ) then
        refusal := 'data-moved 0 ';
      end if;
    end if;`,
  ],
];

/** `append_events` with the check that the data of a correction still stand. */
function withStandingRule(appendEvents: string): string {
  return STANDING_RULE.reduce((text, [place, replacement]) => {
    if (!place.test(text)) throw new Error(`append_events has no place for the standing rule: ${place}`);
    return text.replace(place, replacement);
  }, appendEvents);
}
