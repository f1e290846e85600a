import { auditParameters, auditCte, type Actor } from '#platform/audit/audit-trail.js';
import type { AppDependencies } from '../app-dependencies.js';

/** $1 id, $2 reason; $3 to $8 the note. An article that was erased keeps the reason for which it was. */
const ERASE = `
with done as (update article set body = null, erased_reason = $2 where id = $1 and erased_reason is null returning 1)
${auditCte('done', 3)}`;

/**
 * Erases the text of an article for good. Its sha256 stays, and what was quoted from it; filed again, it does not come
 * back.
 */
export async function eraseBody(
  pool: AppDependencies['accessPool'],
  id: string,
  reason: string,
  actor: Actor,
): Promise<void> {
  await pool.query(ERASE, [
    id,
    reason,
    ...auditParameters(actor, { action: 'article-erased', subject: id, detail: { reason } }),
  ]);
}
