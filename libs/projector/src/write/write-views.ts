import type { ClientBase } from 'pg';
import type { PipelinedTask } from './pipelined-task.js';
import type { ProjectionChanges } from './fold-views.js';
import type { SubjectFactRow } from '../store/subject-fact-rows.js';
import { runAll, runAtOnce } from '../store/statement.js';
import type { SubjectWork } from './subject-work.js';
import { yieldToEventLoop, type YieldFn } from './event-loop-yielder.js';
import { viewStatements, type OwnedPlacement } from './view-statements.js';

/** Writes what a batch changed of some views, part by part. */
export async function writeViews(
  client: ClientBase,
  works: readonly ProjectionChanges[],
  pause: YieldFn = yieldToEventLoop,
): Promise<void> {
  const portion = new Portion();
  const write = async (): Promise<void> => {
    await runAll(client, viewStatements(portion.subjects, portion.named));
    portion.clear();
    await pause();
  };
  for (const { projection, named, subjects } of works) {
    portion.named.push(...ownedBy(projection, named));
    for (const one of subjects) {
      portion.add(one);
      if (portion.isFull) await write();
    }
  }
  await write();
}

const ownedBy = (projection: number, placements: readonly SubjectFactRow[]): OwnedPlacement[] =>
  placements.map((one) => ({ ...one, projection }));

/** Characters of items, or rows, that are worth statements of their own. */
const FULL = { text: 256 * 1024, rows: 200 };

/** What is written together. */
class Portion {
  subjects: SubjectWork[] = [];
  named: OwnedPlacement[] = [];
  private text = 0;
  private rows = 0;

  add(one: SubjectWork): void {
    this.subjects.push(one);
    this.rows += one.begun.length + one.ended.length + one.records.begun.length + one.records.ended.length;
    for (const row of one.begun) this.text += row.kept.length + row.head.length;
    for (const record of one.records.begun) this.text += record.text.length;
  }

  get isFull(): boolean {
    return this.rows >= FULL.rows || this.text >= FULL.text;
  }

  clear(): void {
    [this.subjects, this.named, this.text, this.rows] = [[], [], 0, 0];
  }
}

/**
 * Writes what changed, part by part, while other subjects are still being folded. A subject is written once all of its
 * changes are made.
 */
export class ViewWriter {
  private readonly portion = new Portion();

  /** @param beside in which whatever else the batch writes is written too */
  constructor(
    private readonly client: ClientBase,
    private readonly beside: PipelinedTask,
  ) {}

  addNamed(projection: number, named: readonly SubjectFactRow[]): void {
    this.portion.named.push(...ownedBy(projection, named));
  }

  async add(one: SubjectWork): Promise<void> {
    this.portion.add(one);
    if (this.portion.isFull) await this.write();
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
    const statements = viewStatements(this.portion.subjects, this.portion.named);
    // What is on its way need not be kept.
    for (const one of this.portion.subjects) [one.begun, one.ended, one.records] = [[], [], { begun: [], ended: [] }];
    this.portion.clear();
    await this.beside.start(() => runAtOnce(this.client, statements));
  }
}
