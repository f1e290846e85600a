import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/**
 * The version in package.json, which stands in the nearest folder above: the sources and what is built from them lie at
 * different depths.
 */
export function versionOfDateline(folder = import.meta.dirname): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest))
    return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8'))).version;
  return versionOfDateline(dirname(folder));
}
