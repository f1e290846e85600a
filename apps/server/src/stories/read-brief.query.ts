import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { briefOf, type Brief } from '#briefs/brief.js';
import { eventsToKnow, subjectsToTell } from '#briefs/subjects.js';
import { IMPORTANT } from '#briefs/weights.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { readBoard } from '#reader/board/read-board.js';
import type { HaltedSubjects } from '#reader/items/halted-subjects.js';
import { readEvidence } from '#reader/evidence/read-evidence.js';
import { readActive } from '#reader/clocks/active-generation.js';
import { views } from '#views/registry.js';
import type { ReadingPool } from '../app-dependencies.js';

/** A brief, and whether it is the last word. */
export interface BriefRead extends Brief {
  /** Subjects that it lacks, where that was found out as it was made. */
  lacks: HaltedSubjects | null;
  /** The position of the log at which all of it was read. */
  madeFrom: number;
  /** Something of it has changed since it was made. Never so where it is made on request. */
  stale: boolean;
}

/**
 * A story's brief at a point of the clocks, made on request, or `null` where the record does not hold the story there.
 */
export class ReadBrief extends Query<BriefRead | null> {
  constructor(
    readonly pool: ReadingPool,
    readonly story: string,
    readonly clocks: Clocks,
  ) {
    super();
  }
}

@QueryHandler(ReadBrief)
export class ReadBriefHandler implements IQueryHandler<ReadBrief> {
  async execute({ pool, story, clocks }: ReadBrief): Promise<BriefRead | null> {
    const board = await readBoard(pool, views, story, clocks);
    if (!board) return null;
    const subjects = subjectsToTell(board);
    const sought = { subjects, types: IMPORTANT, events: eventsToKnow(subjects) };
    const facts = await readEvidence(pool, await readActive(pool, views, clocks), story, clocks, sought);
    const { haltedSubjects, moreHaltedSubjects } = board;
    const lacks = { haltedSubjects, ...(moreHaltedSubjects !== undefined && { moreHaltedSubjects }) };
    return { ...briefOf({ board, facts, instant: clocks.instant }), lacks, madeFrom: clocks.position, stale: false };
  }
}
