import type { Ledger } from '../support/load/ledger.js';

/** What was done and what came of it, in numbers, for who waits half an hour and for who reads it afterwards. */
export class Tally {
  private readonly began = performance.now();
  private readonly strikes = new Map<string, number>();

  constructor(
    private readonly seed: number,
    private readonly ledger: Ledger,
  ) {}

  struck(fault: string): void {
    this.strikes.set(fault, (this.strikes.get(fault) ?? 0) + 1);
  }

  /** Prints the sums so far. */
  tell(breaches: readonly string[]): void {
    const { ledger } = this;
    const minutes = ((performance.now() - this.began) / 60_000).toFixed(1);
    const faults = [...this.strikes]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, times]) => `  ${times} × ${name}`);
    const lines = [
      `soak, seed ${this.seed}, ${minutes} min: ${ledger.count('acknowledged')} events acknowledged of ${ledger.entries.size} sent,`,
      `  ${ledger.foundAgain} of them found again after a lost answer, ${ledger.count('refused')} refused, ${ledger.count('unknown')} unknown`,
      `  answers ${JSON.stringify(ledger.answers)}, the slowest ${Math.round(ledger.slowest)} ms`,
      ...faults,
      `  breaches: ${breaches.length}`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
}
