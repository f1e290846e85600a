import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import { readBoard, type Board } from '#reader/board/read-board.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { views } from '#views/registry.js';

/** The board of a story at a point of the clocks, or `null` where the record does not have the story there. */
export class ReadBoard extends Query<Board | null> {
  constructor(
    readonly pool: Pool,
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
