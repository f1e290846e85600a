import { expect, it } from '@jest/globals';
import type { QueryBus } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { latestClocks, type Clocks } from '#reader/clocks/clocks.js';
import { presentBriefs } from './kept-summaries.js';
import type { ReadBrief } from './read-brief.query.js';

const at = (position: number): Clocks => latestClocks({ position, projections: [] }, position);

it('a brief that many want at once is built for all of them, at the latest of their positions', async () => {
  const built: string[] = [];
  const queries = {
    execute: async ({ story, clocks }: ReadBrief) => {
      built.push(`${story} @${clocks.position}`);
      await sleep(20);
      return { madeFrom: clocks.position };
    },
  } as unknown as QueryBus;
  const build = presentBriefs(queries, {} as Pool);
  const first = build('a', at(1));
  await sleep(5);
  const briefs = await Promise.all([first, build('a', at(3)), build('a', at(2)), build('b', at(2))]);
  expect(briefs.map((brief) => brief?.madeFrom)).toEqual([1, 3, 3, 2]);
  expect(built).toEqual(['a @1', 'b @2', 'a @3']);
});
