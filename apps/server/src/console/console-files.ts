import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** A file of the console, and its compressed forms, the best first; none where compression would save nothing. */
export interface ConsoleFile {
  type: string;
  body: Buffer;
  compressed: readonly { encoding: 'br' | 'gzip'; body: Buffer }[];
}

/** The console as it was built: one page for all of its paths, and the files that the page loads. */
export interface ConsoleFiles {
  page: ConsoleFile;
  /** By name. A name contains the hash of the content, so the content under a name never changes. */
  assets: ReadonlyMap<string, ConsoleFile>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

const ENCODINGS = [
  { encoding: 'br', extension: '.br' },
  { encoding: 'gzip', extension: '.gz' },
] as const;

/** Reads the built console; `null` where it was not built. */
export function readConsole(folder = builtConsole(import.meta.dirname)): ConsoleFiles | null {
  if (folder === null) return null;
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).filter((name) => extname(name) in TYPES);
  return {
    page: readFile(join(folder, 'index.html')),
    assets: new Map(names.map((name) => [name, readFile(join(assets, name))])),
  };
}

function readFile(path: string): ConsoleFile {
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    body: readFileSync(path),
    compressed: ENCODINGS.filter(({ extension }) => existsSync(path + extension)).map(({ encoding, extension }) => ({
      encoding,
      body: readFileSync(path + extension),
    })),
  };
}

/** Finds `dist/console` above the built files, or above the sources. */
function builtConsole(below: string): string | null {
  const folder = join(below, 'dist/console');
  if (existsSync(join(folder, 'index.html'))) return folder;
  return dirname(below) === below ? null : builtConsole(dirname(below));
}
