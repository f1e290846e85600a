import type pg from 'pg';
import { readFeedAt } from '#jobs/summary/feed-at.js';
import type { Follower } from '#log/follow/follower.js';
import { readViewsAt } from '#projector/store/projections.js';
import { beyondLog } from '#reader/clocks/beyond-log.js';
import type { HealthCheck } from '../health/readiness.js';

/**
 * What `/readyz` says of those who follow the log: each must stand within it, or it holds what was never recorded, or
 * was and is gone.
 */
export function positionsCheck(pool: pg.Pool, follower: Pick<Follower, 'position'>): HealthCheck {
  return {
    name: 'positions',
    async check() {
      // Before the head is read: what was heard of is in the log by then.
      const heard = follower.position;
      const [views, feed] = await Promise.all([readViewsAt(pool), readFeedAt(pool)]);
      const wrong = [
        beyondLog('the views stand at', views.position, views.head),
        ...views.projections
          .filter(({ status }) => status !== 'active')
          .map(({ view, position }) => beyondLog(`the view ${view} stands at`, position, views.head)),
        beyondLog("the summaries' feed stands at", feed.position, feed.head),
        beyondLog('this server has heard of position', heard, views.head),
      ].filter((one) => one !== null);
      return { ready: wrong.length === 0, detail: wrong.join('; ') || 'all within the log' };
    },
  };
}
