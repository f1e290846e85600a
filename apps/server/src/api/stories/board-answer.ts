import { tellClocks, type Clocks } from '#projector/read/clocks.js';
import type { Board } from '#projector/read/read-board.js';

/** A board as it is answered, by the story's own read and at the end of a replay alike. */
export const boardAnswer = ({ story, ...board }: Board, clocks: Clocks) => ({ story, clocks: tellClocks(clocks), ...board });
