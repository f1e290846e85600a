/** Parses CSV (RFC 4180): a record for each line after the first. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length;) {
    const row: string[] = [];
    for (let more = true; more;) {
      const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
      const cell = quoted ? quoted[0] : (/^[^,\r\n"]*/.exec(text.slice(at))?.[0] ?? '');
      row.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : cell);
      at += cell.length;
      more = text[at] === ',';
      at += more ? 1 : 2;
    }
    rows.push(row);
  }
  const [columns = [], ...values] = rows;
  return values.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? ''])));
}
