import type { ClientBase } from 'pg';
import { noRecordChanges } from '#history/revise/record-versions.js';
import { runAll, runAtOnce } from '../store/statement.js';
import { yieldToEventLoop, type YieldFn } from './event-loop-yielder.js';
import type { ProjectionChanges } from './fold-views.js';
import type { OwnedSubjectFact, SubjectFactRow } from './subject-fact-statements.js';
import type { SubjectWork } from './subject-work.js';
import { viewStatements } from './view-statements.js';

/** Writes what a batch changed of some views, portion by portion. */
export async function writeViews(
  client: ClientBase,
  changes: readonly ProjectionChanges[],
  pause: YieldFn = yieldToEventLoop,
): Promise<void> {
  const portion = new Portion();
  const write = async (): Promise<void> => {
    await runAll(client, viewStatements(portion.subjects, portion.mentioned));
    portion.clear();
    await pause();
  };
  for (const { projection, mentioned, subjects } of changes) {
    portion.mentioned.push(...ownedBy(projection, mentioned));
    for (const one of subjects) {
      portion.add(one);
      if (portion.isFull) await write();
    }
  }
  await write();
}

const ownedBy = (projection: number, rows: readonly SubjectFactRow[]): OwnedSubjectFact[] =>
  rows.map((one) => ({ ...one, projection }));

/** How many characters of items, or how many rows, make a portion. */
const FULL = { text: 256 * 1024, rows: 200 };

/** What is written together. */
class Portion {
  subjects: SubjectWork[] = [];
  mentioned: OwnedSubjectFact[] = [];
  private text = 0;
  private rows = 0;

  add(one: SubjectWork): void {
    this.subjects.push(one);
    this.rows += one.inserted.length + one.closed.length + one.records.inserted.length + one.records.closed.length;
    for (const row of one.inserted) this.text += row.insertedLength;
    for (const record of one.records.inserted) this.text += record.text.length;
  }

  get isFull(): boolean {
    return this.rows >= FULL.rows || this.text >= FULL.text;
  }

  clear(): void {
    [this.subjects, this.mentioned, this.text, this.rows] = [[], [], 0, 0];
  }
}

/** How many tasks are under way at most: one that the database works at, and one that it goes on with. */
const MAX_UNDER_WAY = 2;

/**
 * Lets the database work while this process computes. The connection runs statements in the order in which they were
 * sent. Few tasks are under way at a time, so that little waits in memory. A task that fails rejects a later call.
 */
export class PipelinedTasks {
  private readonly underWay: Promise<unknown>[] = [];

  /** Starts a task once few enough are under way. Does not wait for it. */
  async start(work: () => Promise<unknown>): Promise<void> {
    while (this.underWay.length >= MAX_UNDER_WAY) await this.underWay.shift();
    const task = work();
    // A later call rejects with it; until then it is no unhandled rejection.
    task.catch(() => undefined);
    this.underWay.push(task);
  }

  /** Resolves once no task is under way. */
  async done(): Promise<void> {
    while (this.underWay.length > 0) await this.underWay.shift();
  }
}

/**
 * Writes what changed, portion by portion, while other subjects are still being folded. A subject is written once all
 * of its changes are made.
 */
export class ViewWriter {
  private readonly portion = new Portion();

  /** @param tasks they also write whatever else the batch writes */
  constructor(
    private readonly client: ClientBase,
    private readonly tasks: PipelinedTasks,
  ) {}

  addMentioned(projection: number, mentioned: readonly SubjectFactRow[]): void {
    this.portion.mentioned.push(...ownedBy(projection, mentioned));
  }

  async add(one: SubjectWork): Promise<void> {
    this.portion.add(one);
    if (this.portion.isFull) await this.write();
  }

  /** Reads something while nothing is being written. */
  async between(read: () => Promise<void>): Promise<void> {
    await this.tasks.done();
    await read();
  }

  async finish(): Promise<void> {
    await this.write();
    await this.tasks.done();
  }

  private async write(): Promise<void> {
    const statements = viewStatements(this.portion.subjects, this.portion.mentioned);
    // The statements hold the text now, so the rows need not stay in memory.
    for (const one of this.portion.subjects) [one.inserted, one.closed, one.records] = [[], [], noRecordChanges()];
    this.portion.clear();
    await this.tasks.start(() => runAtOnce(this.client, statements));
  }
}
