import { readHead } from '#log/read/read-head.js';
import { Checkpoint, type ViewsAt } from '#projector/read/checkpoint.js';
import type { ReadingPool } from '../../server-parts.js';

/** What reads of the log itself wait for in place of the views: the log is its own record, and stands at its head. */
export class EndOfLog extends Checkpoint {
  constructor(private readonly log: ReadingPool) {
    super(log);
  }

  override async viewsAt(): Promise<ViewsAt> {
    return { position: (await readHead(this.log)).position };
  }
}
