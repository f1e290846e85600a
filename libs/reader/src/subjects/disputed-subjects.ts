import type { Pool } from 'pg';
import { column, split } from '#projector/store/statement.js';
import { walkSubjects, type SubjectName } from './subject.js';

/*
 * The subjects about which sources may disagree. By all that was published, the views' rows mark them. As reported by
 * an earlier date, sources can only disagree about a subject with more than one account: two facts, or one fact with
 * meta-events.
 */

/** The subjects of a view after one of them that were ever disputed. $1 projection, $2 after (or ''), $3 how many */
const DISPUTED_OF_VIEW = `
with recursive ${walkSubjects('view_version s where s.disputed and s.projection = $1', '$2', '$3')}
select $1::int as projection, w.subject from walk w where w.subject is not null order by w.subject`;

/** The next subjects of a view, in the order of their names, that were ever disputed by all that was published. */
export async function readDisputedOfView(
  pool: Pool,
  projection: number,
  after: string,
  limit: number,
): Promise<SubjectName[]> {
  const { rows } = await pool.query<SubjectName>({
    name: 'disputed-of-view',
    text: DISPUTED_OF_VIEW,
    values: [projection, after, limit],
  });
  return rows;
}

/** $1 projections, $2 subjects */
const DISPUTED_AMONG = `
select t.projection, t.subject from unnest($1::int[], $2::text[]) with ordinality t(projection, subject, n)
 where exists (select 1 from view_version v where v.disputed and v.projection = t.projection and v.subject = t.subject)
 order by t.n`;

/** The subjects among some that were ever disputed by all that was published. In the order given. */
export async function disputedAmong(pool: Pool, names: readonly SubjectName[]): Promise<SubjectName[]> {
  const values = [names.map((one) => one.projection), names.map((one) => one.subject)];
  const { rows } = await pool.query<SubjectName>({ name: 'disputed-among', text: DISPUTED_AMONG, values });
  return rows;
}

/** How many rows of subject_fact one query looks at. */
const LOOKED_AT = 20_000;

/** SQL: whether the fact of a row `s` has meta-events. */
const HAS_META_EVENTS = `exists (select from event e where e.fact_id = s.fact_id and e.target is not null)`;

/**
 * The subjects with several accounts after one of them, among as many rows of subject_fact as are looked at, and the
 * last subject in any case, since more of its rows may follow. $1 projection, $2 after (or ''), $3 how many rows
 */
const WITH_SEVERAL_ACCOUNTS = `
with looked_at as materialized (
  select s.subject, s.position, s.fact_id from subject_fact s where s.projection = $1 and s.subject > $2
   order by s.subject, s.valid_from, s.position, s.known_from limit $3),
subjects as (
  select l.subject, min(l.position) < max(l.position) as many, (array_agg(l.fact_id))[1] as fact_id,
         count(*) as placements
    from looked_at l group by l.subject),
marked as (
  select s.subject, s.many or ${HAS_META_EVENTS} as several,
         sum(s.placements) over () = $3 and s.subject = max(s.subject) over () as last
    from subjects s)
select m.subject, m.last from marked m where m.several or m.last order by m.subject`;

interface LookedAt {
  subject: string;
  /** More of its rows may follow. */
  last: boolean;
}

/** The subjects of a view with several accounts, in the order of their names, some at a time. */
export async function* readSubjectsWithSeveralAccounts(
  pool: Pool,
  projection: number,
  after: string,
): AsyncGenerator<SubjectName[]> {
  for (let place = after; ;) {
    const { rows } = await pool.query<LookedAt>({
      name: 'subjects-with-several-accounts',
      text: WITH_SEVERAL_ACCOUNTS,
      values: [projection, place, LOOKED_AT],
    });
    yield rows.map(({ subject }) => ({ projection, subject }));
    const end = rows.at(-1);
    if (!end?.last) return;
    place = end.subject;
  }
}

/** $1 projections, $2 subjects */
const WITH_SEVERAL_ACCOUNTS_AMONG = `
select t.n from unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)
 cross join lateral (
   select s.position, s.fact_id from subject_fact s where s.projection = t.projection and s.subject = t.subject
    order by s.valid_from, s.position, s.known_from limit 1) s
 where ${HAS_META_EVENTS}
    or exists (select from subject_fact o
                where o.projection = t.projection and o.subject = t.subject and o.position <> s.position)
 order by t.n`;

/** The subjects among some that have several accounts. In the order given. */
export async function withSeveralAccountsAmong<One extends SubjectName>(
  pool: Pool,
  subjects: readonly One[],
): Promise<One[]> {
  if (subjects.length === 0) return [];
  const values = [column(subjects, (one) => one.projection), column(subjects, (one) => one.subject)];
  const { rows } = await pool.query<{ n: string }>({
    name: 'with-several-accounts-among',
    text: WITH_SEVERAL_ACCOUNTS_AMONG,
    values,
  });
  return rows.flatMap(({ n }) => subjects[Number(n) - 1] ?? []);
}
