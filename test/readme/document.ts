import { readFileSync } from 'node:fs';

/** A command in a document, with the documented output. */
export interface Step {
  /** The number of its first line, from 1. */
  line: number;
  command: string;
  /** In the form of `matches`. */
  output: string;
}

/** Each block of commands that is followed by a block of output, with text but no other block between them. */
export function stepsOf(path: string): Step[] {
  const blocks = blocksOf(readFileSync(path, 'utf8'));
  return blocks.flatMap(({ kind, text, line }, index) => {
    const next = blocks[index + 1];
    const hasOutput = kind === 'sh' && (next?.kind === 'json' || next?.kind === 'text');
    return hasOutput ? [{ line, command: text, output: next.text }] : [];
  });
}

/** The address of the server in the documents. */
export const ADDRESS = 'http://127.0.0.1:3000';

function blocksOf(markdown: string): { kind: string; text: string; line: number }[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ 1: kind = '', 2: text = '', index }) => ({
    kind,
    text,
    line: markdown.slice(0, index).split('\n').length + 1,
  }));
}

/** The links of a document to files of the repository. */
export function linkedFiles(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(({ 1: target = '' }) => target)
    .filter((target) => !/^<?https?:/.test(target));
}
