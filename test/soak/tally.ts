import type { Ledger } from '../support/load/ledger.js';
import type { Member } from './member.js';

const began = Date.now();
const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** What the soak has seen so far. */
export class Tally {
  rounds = 0;
  readonly breaches: string[] = [];
  private readonly faults: Record<string, number> = {};

  count(fault: string): void {
    this.faults[fault] = (this.faults[fault] ?? 0) + 1;
  }

  /** The verdict of a round. */
  note(breaches: readonly string[]): void {
    this.rounds += 1;
    this.breaches.push(...breaches);
  }

  /** A line of progress. */
  say(ledger: Ledger, members: readonly Member[]): void {
    const faults = Object.values(this.faults).reduce((sum, count) => sum + count, 0);
    const verdict = this.breaches.length === 0 ? 'sound' : `${this.breaches.length} BREACHES`;
    write(
      `${elapsed()} round ${this.rounds}: ${ledger.count('acknowledged')} events acknowledged, ${faults} faults, ${restarts(members)} restarts: ${verdict}`,
    );
  }

  /** The sums. */
  sum(seed: number, ledger: Ledger, members: readonly Member[]): void {
    const matching = (pattern: RegExp) => this.breaches.filter((breach) => pattern.test(breach)).length;
    write(`\nsoak of ${elapsed()}, seed ${seed}, ${this.rounds} checks`);
    write(
      `events: ${ledger.count('acknowledged')} acknowledged, ${ledger.foundAgain} of them found stored when sent again, ${ledger.count('unknown')} given up`,
    );
    write(
      `lost: ${matching(/is lost/)}, doubled: ${matching(/is there twice/)}, other breaches: ${matching(/^(?!.*(is lost|is there twice))/)}`,
    );
    write(`answers: ${JSON.stringify(ledger.answers)}, the slowest in ${Math.round(ledger.slowest)} ms`);
    write(`restarts of servers: ${restarts(members)}`);
    for (const [fault, count] of Object.entries(this.faults).sort()) write(`${String(count).padStart(5)}  ${fault}`);
    for (const breach of this.breaches) write(`BREACH: ${breach}`);
  }
}

const elapsed = (): string => `${((Date.now() - began) / 60_000).toFixed(1)} min`;
const restarts = (members: readonly Member[]): number => members.reduce((sum, member) => sum + member.restarts, 0);
