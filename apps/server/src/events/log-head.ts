import { readHead } from '#log/read/read-head.js';
import { Checkpoint, type ViewsAt } from '#reader/clocks/checkpoint.js';
import type { ReadingPool } from '../app-dependencies.js';

/** What reads of the log itself wait for in place of the views: the log is its own record, and stands at its head. */
export class LogHead extends Checkpoint {
  constructor(private readonly log: ReadingPool) {
    super(log);
  }

  override async viewsAt(): Promise<ViewsAt> {
    return { position: (await readHead(this.log)).position };
  }
}
