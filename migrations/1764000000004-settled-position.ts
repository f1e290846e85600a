import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `settled_position_at`: the last position that was recorded up to an instant. Its result never changes later. */
export class SettledPosition1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETTLED_POSITION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function settled_position_at`);
  }
}

const SETTLED_POSITION = `
create function settled_position_at(
  instant bigint            -- microseconds since the epoch; counted inclusive
) returns bigint            -- null if the instant has not passed yet
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  low bigint := 0;
  high bigint;
  middle bigint;
  head_us bigint;
begin
  -- Before any lock, so that a question about the future delays no writer.
  if (extract(epoch from clock_timestamp()) * 1000000)::bigint <= instant then return null; end if;
  select h.position, h.recorded_us into high, head_us from log_head h;
  if head_us <= instant then
    -- An append under way may have read its time already. The lock waits for it; later appends get a later time.
    perform 1 from log_head h for no key update;
    select h.position, h.recorded_us into high, head_us from log_head h;
    if head_us <= instant then return high; end if;
  end if;
  -- recorded_at rises with the position: a binary search finds the boundary.
  while low < high loop
    middle := (low + high + 1) / 2;
    if (select (extract(epoch from e.recorded_at) * 1000000)::bigint
          from event e where e.position = middle) <= instant then
      low := middle;
    else
      high := middle - 1;
    end if;
  end loop;
  return low;
end $$;
revoke execute on function settled_position_at from public;
`;
