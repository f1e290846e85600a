/** A line of a replay: changes of items, last the board. */
interface Frame {
  changes?: { view: string; subject: string; before: unknown; after: unknown }[];
  board?: Board;
}

interface Board {
  views: Record<string, { subject: string; undated?: number }[]>;
  [part: string]: unknown;
}

/**
 * Follows the frames of a replay from nothing to its board.
 *
 * @throws where a change does not begin with the item that the change before it left, where the final items are not
 * those of the board, or where the board, apart from its clocks, is not the one of the as-of read
 */
export function followReplay(ndjson: string, asRead: unknown): void {
  const frames = ndjson
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Frame);
  const board = frames.at(-1)?.board;
  if (board === undefined) throw new Error(`a replay without a board at its end:\n${ndjson}`);
  const items = new Map<string, string>();
  for (const { view, subject, before, after } of frames.flatMap((frame) => frame.changes ?? [])) {
    const key = `${view} ${subject}`;
    same(`the change of ${key} begins`, items.get(key) ?? 'null', JSON.stringify(before));
    items.set(key, JSON.stringify(after));
  }
  const left = [...items].filter(([, item]) => item !== 'null').sort();
  const onBoard = Object.entries(board.views).flatMap(([view, list]) =>
    // Changes do not say what is left out.
    list.map(({ undated: _, ...item }) => [`${view} ${item.subject}`, JSON.stringify(item)]),
  );
  same('the changes end', lines(onBoard.sort()), lines(left));
  same(
    'the replay ends',
    lines(Object.entries(withoutClocks(asRead as Board))),
    lines(Object.entries(withoutClocks(board))),
  );
}

function same(what: string, expected: string, actual: string): void {
  if (expected !== actual) throw new Error(`${what} with\n${actual}\nand not with\n${expected}`);
}

const lines = (entries: readonly (readonly unknown[])[]): string =>
  entries.map((entry) => JSON.stringify(entry)).join('\n');

const withoutClocks = ({ clocks: _clocks, ...rest }: Board): Record<string, unknown> => rest;
