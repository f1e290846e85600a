import { formatClocks, type Clocks } from '#reader/clocks/clocks.js';
import type { Board } from '#reader/board/read-board.js';

/** A board as it is answered, by the story's own read and at the end of a replay alike. */
export const boardAnswer = ({ story, ...board }: Board, clocks: Clocks) => ({
  story,
  clocks: formatClocks(clocks),
  ...board,
});
