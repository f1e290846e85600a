import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The id of the log: one row, created once and never changed. It distinguishes the deployments that share a Redis or a
 * database server.
 */
export class LogIdentity1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IDENTITY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table log_identity; drop function log_identity_is_fixed()`);
  }
}

const IDENTITY = `
create table log_identity (
  only_row boolean primary key default true check (only_row),
  id uuid not null
);
insert into log_identity (id) values (gen_random_uuid());

create function log_identity_is_fixed() returns trigger language plpgsql as $$
begin
  raise exception 'the id of a log is never changed: % on log_identity is refused', tg_op
    using errcode = 'insufficient_privilege';
end $$;
create trigger log_identity_no_change before update or delete on log_identity
  for each row execute function log_identity_is_fixed();
create trigger log_identity_no_truncate before truncate on log_identity
  for each statement execute function log_identity_is_fixed();
`;
