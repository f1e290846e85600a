import { readFileSync } from 'node:fs';

/** A command that a document shows, with what it shows as the answer. */
export interface Step {
  /** Of its first line, from 1. */
  line: number;
  command: string;
  /** `…` stands for what is left out, and white space does not count. */
  output: string;
}

/** A block of commands and, next after it, a block of output. Words may stand between them, but no other block. */
export function stepsOf(path: string): Step[] {
  const blocks = blocksOf(readFileSync(path, 'utf8'));
  return blocks.flatMap(({ kind, text, line }, index) => {
    const next = blocks[index + 1];
    const answered = kind === 'sh' && (next?.kind === 'json' || next?.kind === 'text');
    return answered ? [{ line, command: text, output: next.text }] : [];
  });
}

/** Commands are asked of the address that the documents give for it, `http://127.0.0.1:3000`. */
export const ADDRESS = 'http://127.0.0.1:3000';

function blocksOf(markdown: string): { kind: string; text: string; line: number }[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ 1: kind = '', 2: text = '', index }) => ({
    kind,
    text,
    line: markdown.slice(0, index).split('\n').length + 1,
  }));
}

/** The links of a document to files of the project. */
export function linkedFiles(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(({ 1: target = '' }) => target)
    .filter((target) => !/^<?https?:/.test(target));
}
