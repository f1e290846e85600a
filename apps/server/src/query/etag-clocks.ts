import { formatClocks, type Clocks, type FormattedClocks } from '#reader/clocks/clocks.js';

/**
 * The clocks as far as they are part of what an answer says: those that were asked for. Where the record's was not, the
 * position moves with every event of any story, and the answer stays the same.
 */
export function etagClocks(clocks: Clocks): Partial<FormattedClocks> {
  const { position, ...told } = formatClocks(clocks);
  return clocks.recordedAsOf === null ? told : { ...told, position };
}
