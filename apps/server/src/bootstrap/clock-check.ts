import type pg from 'pg';
import { readClocks, type ClockReadings } from '#log/read/read-clocks.js';
import type { Clock } from '#platform/clock/clock.js';
import type { Health, HealthCheck } from '../health/readiness.js';

/** How far clocks may be apart before it is told, microseconds: as far as the log's own rule lets them. */
const APART_AT_MOST = 60_000_000;

/** What `/readyz` says of the clocks. It is not ready where the log would refuse to record. */
export function clockCheck(pool: pg.Pool, now: Clock): HealthCheck {
  return { name: 'clock', check: async () => toHealth(await readClocks(pool, now())) };
}

function toHealth({ refusal, recordAhead, processAhead }: ClockReadings): Health {
  if (refusal !== null)
    return { ready: false, detail: `${refusal}: nothing is recorded until the wrong clock is set right` };
  if (recordAhead > APART_AT_MOST) {
    const detail = `the last event's time is ${seconds(recordAhead)} s ahead: events get that time until the database's clock has reached it`;
    return { ready: true, detail };
  }
  if (Math.abs(processAhead) > APART_AT_MOST) {
    const side = processAhead > 0 ? 'ahead of' : 'behind';
    return {
      ready: true,
      detail: `this server's clock is ${seconds(processAhead)} s ${side} the database's, which the last event confirms`,
    };
  }
  return { ready: true, detail: 'agrees with the record' };
}

const seconds = (microseconds: number): number => Math.round(Math.abs(microseconds) / 1e6);
