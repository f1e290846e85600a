/**
 * Whether an output matches a documented one, from its beginning to its end. `…` in the document stands for any text.
 * White space does not count, and a value that differs in each run (a new id, a hash, a time of recording) matches any
 * value of its kind.
 */
export function matches(documented: string, output: string): boolean {
  const pieces = normalized(documented).split('…');
  const whole = normalized(output);
  const first = pieces[0] ?? '';
  const last = pieces.length > 1 ? (pieces.at(-1) ?? '') : '';
  if (pieces.length === 1) return whole === first;
  if (!whole.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = whole.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return whole.length - last.length >= at && whole.endsWith(last);
}

function normalized(text: string): string {
  return text
    .replaceAll(/"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"/g, '"an id"')
    .replaceAll(/"[0-9a-f]{64}"/g, '"a hash"')
    .replaceAll(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.(?!999999)\d+Z"/g, '"a time"')
    .replaceAll(/\s/g, '');
}
