import { Query, QueryHandler, type IQueryHandler, QueryBus } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import { briefOf, type Brief } from '#briefs/brief.js';
import { IMPORTANT } from '#briefs/model/weights.js';
import { claimsAndDisputes, selectSubjects } from '#briefs/subjects.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { readActive } from '#reader/clocks/active-generation.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { readEvidence } from '#reader/evidence/read-evidence.js';
import { countLeftOut } from '#reader/items/left-out.js';
import type { HaltedSubjects } from '#reader/subjects/subject.js';
import { readLeftOutOfStory } from '#reader/timeline/left-out-of-story.js';
import { views } from '#views/registry.js';
import { ReadBoard } from './read-board.query.js';

/** A brief with its position. */
export interface BriefAt extends Brief {
  /** Subjects that are missing in it, where that is known. */
  missing: HaltedSubjects | null;
  /** The position of the log at which all of it was read. */
  madeFrom: number;
  /** How many events of the story were recorded since. Always 0 for a brief that is built on request. */
  behind: number;
  /**
   * On the press's clock: how many accounts, sourced corrections and sourced retractions are left out for want of a
   * date of publication alone.
   */
  undated?: number;
}

/**
 * The brief of a story at a point of the clocks, built from its board and its facts, or `null` where the record does
 * not have the story there.
 */
export class ReadBrief extends Query<BriefAt | null> {
  constructor(
    readonly pool: Pool,
    readonly story: string,
    readonly clocks: Clocks,
  ) {
    super();
  }
}

@QueryHandler(ReadBrief)
export class ReadBriefHandler implements IQueryHandler<ReadBrief> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ pool, story, clocks }: ReadBrief): Promise<BriefAt | null> {
    const board = await this.queries.execute(new ReadBoard(pool, story, clocks));
    if (!board) return null;
    const subjects = selectSubjects(board);
    const wanted = { subjects, types: IMPORTANT, events: claimsAndDisputes(subjects) };
    const facts = await readEvidence(pool, await readActive(pool, views, clocks), story, clocks, wanted);
    const { haltedSubjects, moreHaltedSubjects } = board;
    const missing = { haltedSubjects, ...(moreHaltedSubjects !== undefined && { moreHaltedSubjects }) };
    const undated =
      board.undated === undefined
        ? undefined
        : board.undated + (await this.#countLeftOutElsewhere(pool, story, clocks));
    return {
      ...briefOf({ board, facts, instant: clocks.instant }),
      missing,
      madeFrom: clocks.position,
      behind: 0,
      ...(undated !== undefined && { undated }),
    };
  }

  /** How many are left out of facts that are about no subject of a view, and so missing on no board. */
  async #countLeftOutElsewhere(pool: Pool, story: string, clocks: Clocks): Promise<number> {
    const hasNoSubject = (fact: ResolvedFact): boolean => views.every((view) => subjectOf(view, fact) === null);
    return countLeftOut(await readLeftOutOfStory(pool, story, clocks, null, hasNoSubject));
  }
}
