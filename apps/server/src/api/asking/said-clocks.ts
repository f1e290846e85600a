import { tellClocks, type Clocks, type ClocksTold } from '#projector/read/clocks.js';

/**
 * The clocks as far as they are part of what an answer says: those that were asked for. Where the record's was not, the position moves with every
 * event of any story, and the answer stays the same.
 */
export function saidClocks(clocks: Clocks): Partial<ClocksTold> {
  const { position, ...told } = tellClocks(clocks);
  return clocks.recordedAsOf === null ? told : { ...told, position };
}
