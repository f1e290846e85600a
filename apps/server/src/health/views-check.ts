import type pg from 'pg';
import { readViewsAt, type Projection } from '#projector/store/projections.js';
import type { HealthCheck } from './readiness.js';

/** The positions of the log and of the views. */
interface ViewPositions {
  /** The last position of the log. */
  head: number;
  /** The position of the active views. */
  position: number;
  /** The generations that are being built. */
  building: readonly { id: number; view: string; position: number }[];
}

/** A position that has not changed, and for how long, milliseconds. */
interface Stall {
  position: number;
  for: number;
}

interface StalledPositions {
  /** `null`: the active views move, or no event waits for them. */
  active: Stall | null;
  building: (Stall & { view: string })[];
}

/** How long views may stand still while events wait for them, milliseconds. */
const STALLED_AFTER = 30_000;

/**
 * Distinguishes views that no longer move from views that are busy, by comparing their positions with earlier ones, on
 * a monotonic clock. Every committed batch, however small, moves them. A view that is seen for the first time does not
 * count as stalled.
 */
export class StalledViews {
  private readonly since = new Map<string, { position: number; at: number }>();

  /**
   * @param limit milliseconds
   * @param now milliseconds, of a clock that never goes back
   */
  constructor(
    private readonly limit = STALLED_AFTER,
    private readonly now: () => number = () => performance.now(),
  ) {}

  update({ head, position, building }: ViewPositions): StalledPositions {
    const seen = new Set<string>();
    const stallOf = (key: string, at: number): Stall | null => {
      seen.add(key);
      const known = this.since.get(key);
      if (known?.position !== at || at >= head) {
        this.since.set(key, { position: at, at: this.now() });
        return null;
      }
      const duration = this.now() - known.at;
      return duration >= this.limit ? { position: at, for: duration } : null;
    };
    const stalled = {
      active: stallOf('active', position),
      building: building.flatMap(({ id, view, position: at }) => {
        const stall = stallOf(`build ${id}`, at);
        return stall ? [{ view, ...stall }] : [];
      }),
    };
    for (const key of this.since.keys()) if (!seen.has(key)) this.since.delete(key);
    return stalled;
  }
}

/** The server is not ready while its views have stalled. A lag, or a halted view, is reported and does not count. */
export function viewsCheck(pool: pg.Pool, stalledViews = new StalledViews()): HealthCheck {
  return {
    name: 'views',
    async check() {
      const { position, head, projections } = await readViewsAt(pool);
      const halted = names(projections, 'halted');
      const lag = Math.max(0, head - position);
      const building = projections.filter((one) => one.status === 'building');
      const stalled = stalledViews.update({ head, position, building });
      const progress =
        halted !== '' ? `halted: ${halted}` : lag === 0 ? 'at the head of the log' : `${lag} events behind`;
      return {
        ready: stalled.active === null,
        detail: formatStalled(stalled, lag, projections) ?? progress,
        facts: {
          position,
          lag,
          views: projections.map(({ view, version, status, error, halts }) => ({
            view,
            version,
            status,
            ...(error && { error }),
            ...(halts.length > 0 && { haltedSubjects: halts.length }),
          })),
        },
      };
    },
  };
}

/** What has stalled, and for how long; `null`: nothing has. */
function formatStalled(
  { active, building }: StalledPositions,
  lag: number,
  projections: readonly Projection[],
): string | null {
  const seconds = (milliseconds: number): string => `${Math.floor(milliseconds / 1_000)} s`;
  const waiting = `while ${lag} events wait: ${names(projections, 'active')}`;
  const parts = [
    ...(active ? [`at position ${active.position} for ${seconds(active.for)} ${waiting}`] : []),
    ...building.map((one) => `${one.view}, being built, at position ${one.position} for ${seconds(one.for)}`),
  ];
  return parts.length === 0 ? null : `standing still ${parts.join('; ')}`;
}

const names = (projections: readonly Projection[], status: Projection['status']): string =>
  projections
    .filter((one) => one.status === status)
    .map((one) => one.view)
    .join(', ');
