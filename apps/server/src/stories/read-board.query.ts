import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Clocks } from '#reader/clocks/clocks.js';
import { readBoard, type Board } from '#reader/board/read-board.js';
import { views } from '#views/registry.js';
import type { ReadingPool } from '../app-dependencies.js';

/** A story's board at a point of the clocks, or `null` where the record does not hold the story there. */
export class ReadBoard extends Query<Board | null> {
  constructor(
    readonly pool: ReadingPool,
    readonly story: string,
    readonly clocks: Clocks,
  ) {
    super();
  }
}

@QueryHandler(ReadBoard)
export class ReadBoardHandler implements IQueryHandler<ReadBoard> {
  execute({ pool, story, clocks }: ReadBoard): Promise<Board | null> {
    return readBoard(pool, views, story, clocks);
  }
}
