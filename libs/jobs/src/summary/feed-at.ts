import type { Pool } from 'pg';

const FEED_AT = 'select f.position, h.position as head from summary_feed f cross join log_head h';

/** How far the log has been looked through for touched stories, and where it ends, both of one moment. */
export async function readFeedAt(pool: Pool): Promise<{ position: number; head: number }> {
  const { rows } = await pool.query<{ position: string; head: string }>(FEED_AT);
  return { position: Number(rows[0]?.position ?? 0), head: Number(rows[0]?.head ?? 0) };
}
