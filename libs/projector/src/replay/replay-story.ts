import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { tellFact } from '../facts/tell-fact.js';
import type { Clocks } from '../read/clocks.js';
import { assembleBoard, type Board } from '../read/read-board.js';
import type { SubjectAt } from '../read/read-items.js';
import { readStoryHeads } from '../read/read-stories.js';
import { readSubjectsOfStory } from '../read/read-subjects.js';
import { answersAt, readServing } from '../read/serving.js';
import { timelineEntry, type TimelineEntry } from '../read/told-entry.js';
import { foldStory } from './fold-story.js';
import { framesOf, itemAt, type Change } from './frames.js';
import { readStoryForms } from './read-story-forms.js';

export type ReplayFrame = { event: TimelineEntry; changes: Change[] } | { at: number; changes: Change[] } | { board: Board };

/**
 * A story from its first fact to a point of the clocks, folded one by one from the log and from no view: the ground truth of every as-of read.
 * The last frame is the board that the story's own read gives there. Yields nothing where the record does not hold the story yet.
 */
export async function* replayStory(pool: Pool, views: readonly AnyView[], story: string, clocks: Clocks): AsyncGenerator<ReplayFrame> {
  const [head] = await readStoryHeads(pool, views, [story], clocks);
  if (!head) return;
  const serving = await readServing(pool, views);
  const answering = serving.filter((one) => answersAt(one, clocks.position));
  const left = clocks.reportedAsOf !== Infinity;
  const names = await readSubjectsOfStory(
    pool,
    answering.map((one) => one.projection),
    story,
    clocks.position,
    left,
  );
  const forms = await readStoryForms(pool, story, clocks.position, names);
  const told = forms.flatMap((form) => {
    const fact = tellFact(form, clocks.reportedAsOf);
    return fact ? [{ form, fact }] : [];
  });
  const subjects = foldStory(
    answering.map((one) => one.view),
    told.map(({ fact }) => fact),
  ).filter(({ facts }) => facts.some((fact) => fact.story === story));
  const within = told.filter(({ fact }) => fact.period.from <= clocks.asOf);
  const shown = within.filter(({ fact }) => fact.story === story || subjects.some(({ facts }) => facts.includes(fact)));

  const formOf = new Map(shown.map(({ form, fact }) => [fact.position, form]));
  const past = subjects.map((one) => ({ ...one, rows: one.rows.filter((row) => row.validFrom <= clocks.asOf) }));
  const facts = shown.map(({ fact }) => fact);
  for (const { at, fact, changes } of framesOf(facts, past, clocks.instant)) {
    const form = fact && formOf.get(fact.position);
    yield form ? { event: timelineEntry(form, fact, false, clocks.reportedAsOf), changes } : { at, changes };
  }
  const items = past.map((one): SubjectAt => {
    const row = one.rows.at(-1);
    const projection = answering.find(({ view }) => view === one.view)?.projection ?? 0;
    return {
      view: one.view,
      projection,
      subject: one.subject,
      row: row?.item ?? null,
      item: row ? itemAt(one, row, clocks.instant) : null,
    };
  });
  yield { board: assembleBoard(head, views, serving, clocks, items) };
}
