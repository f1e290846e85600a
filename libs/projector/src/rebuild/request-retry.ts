import { formatInstant } from '#catalogue/values/reduced-date.js';
import { auditParameters, auditCte, type Actor } from '#platform/audit/audit-trail.js';
import type { Pool } from 'pg';

/** A subject that is set aside, as an admin sees it. */
export interface SubjectAside {
  subject: string;
  /** From this position on it does not answer. */
  position: number;
  reason: string;
  haltedAt: string;
  /** It is to be folded on. */
  retrying: boolean;
}

/** A subject that is set aside as SQL tells it, as JSON: columns of `halted_subject h`. */
export const ASIDE = `
json_build_object('subject', h.subject, 'position', h.position, 'reason', h.reason, 'retrying', h.retry,
                  'haltedAt', (extract(epoch from h.halted_at) * 1000000)::bigint)`;

export type AsideColumns = Omit<SubjectAside, 'haltedAt'> & { haltedAt: number };

export const readAside = (columns: AsideColumns): SubjectAside => ({
  ...columns,
  haltedAt: formatInstant(columns.haltedAt),
});

/** $1 view, $2 subject; $3 to $8 the note */
const RETRY = `
with done as (
  update halted_subject h set retry = true from projection p
   where p.id = h.projection and p.view = $1 and p.status in ('active', 'halted') and h.subject = $2
  returning ${ASIDE} as aside),
noted as (${auditCte('done', 3)})
select aside from done`;

/**
 * Asks for a subject that is set aside to be folded on, from where it stands. Whoever projects takes it up.
 *
 * @returns how it stands; `null` where it is not set aside
 */
export async function requestRetry(
  pool: Pool,
  view: string,
  subject: string,
  actor: Actor,
): Promise<SubjectAside | null> {
  const noted = auditParameters(actor, { action: 'subject-retry-requested', subject: `${view} ${subject}` });
  const { rows } = await pool.query<{ aside: AsideColumns }>(RETRY, [view, subject, ...noted]);
  return rows[0] ? readAside(rows[0].aside) : null;
}
