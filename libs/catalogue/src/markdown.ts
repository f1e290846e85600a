/** A Markdown table. Cells hold no line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A link to the section of this name on the same page. */
export const link = (name: string): string => `[${name}](#${name.toLowerCase()})`;

export const code = (text: string): string => `\`${text}\``;
