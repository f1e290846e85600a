import type { ClientBase } from 'pg';
import type { Beside } from './beside.js';
import type { ViewWork } from './fold-views.js';
import type { Placement } from './placements.js';
import { runAll } from './statement.js';
import type { SubjectInHand } from './subject-in-hand.js';
import { viewStatements, type OwnedPlacement } from './view-statements.js';

/** Writes what a batch changed of some views. */
export async function writeViews(client: ClientBase, works: readonly ViewWork[]): Promise<void> {
  const named = works.flatMap((work) => ownedBy(work.projection, work.named));
  const subjects = works.flatMap((work) => work.subjects);
  await runAll(client, viewStatements(subjects, named));
}

const ownedBy = (projection: number, placements: readonly Placement[]): OwnedPlacement[] =>
  placements.map((one) => ({ ...one, projection }));

/** Characters of items, or rows, that are worth statements of their own. */
const PART = { text: 256 * 1024, rows: 200 };

/** Writes what changed, part by part, while other subjects are still being folded. A subject is written once all of its changes are made. */
export class ViewWriter {
  private subjects: SubjectInHand[] = [];
  private named: OwnedPlacement[] = [];
  private text = 0;
  private rows = 0;

  /** @param beside in which whatever else the batch writes is written too */
  constructor(
    private readonly client: ClientBase,
    private readonly beside: Beside,
  ) {}

  addNamed(projection: number, named: readonly Placement[]): void {
    this.named.push(...ownedBy(projection, named));
  }

  async add(one: SubjectInHand): Promise<void> {
    this.subjects.push(one);
    this.rows += one.begun.length + one.ended.length;
    for (const row of one.begun) this.text += row.kept.length + row.rest.length;
    if (this.rows >= PART.rows || this.text >= PART.text) await this.write();
  }

  /** Reads something while nothing is being written. */
  async between(read: () => Promise<void>): Promise<void> {
    await this.beside.done();
    await read();
  }

  async finish(): Promise<void> {
    await this.write();
    await this.beside.done();
  }

  private async write(): Promise<void> {
    const statements = viewStatements(this.subjects, this.named);
    // What is on its way need not be kept.
    for (const one of this.subjects) [one.begun, one.ended] = [[], []];
    [this.subjects, this.named, this.text, this.rows] = [[], [], 0, 0];
    await this.beside.start(() => runAll(this.client, statements));
  }
}
