import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './server.js';

const root = join(import.meta.dirname, '../..');

/** A file of what is built, and what stands there instead of something else. */
export type Edit = readonly [file: string, from: string, to: string];

/**
 * What is built from these sources with something changed, as another version of the program would be. It is removed at
 * the end of the file.
 *
 * @returns the program, for `ServerOptions`
 * @throws where an edit finds nothing to change: the sources have moved on
 */
export function otherBuild(edits: readonly Edit[]): string {
  const folder = freshFolder();
  // Without the program in one file, which is not changed by the edits.
  const inOneFile = join(root, 'dist/for-tests');
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true, filter: (path) => path !== inOneFile });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, from, to] of edits) {
    const path = join(folder, 'dist', file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not say: ${from}`);
    writeFileSync(path, text.replace(from, to));
  }
  return join(folder, 'dist/apps/server/src/main.js');
}
