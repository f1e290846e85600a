import { readFileSync } from 'node:fs';

export interface SecretFiles {
  /** The environment, with each `NAME_FILE` replaced by `NAME` and the content of the file. */
  env: NodeJS.ProcessEnv;
  problems: string[];
}

/**
 * Reads the secrets that are given as files (`DATABASE_URL_FILE=/run/secrets/database-url`), as container platforms
 * mount them. One line break at the end of a file is not part of the secret. Setting both `NAME` and `NAME_FILE` is a
 * problem, because it would not be clear which of them counts.
 */
export function readSecretFiles(env: NodeJS.ProcessEnv, names: readonly string[]): SecretFiles {
  const read: NodeJS.ProcessEnv = { ...env };
  const problems: string[] = [];
  for (const name of names) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    if (env[name]) {
      problems.push(`${name}: is set twice, directly and as ${name}_FILE; keep one of them.`);
      continue;
    }
    try {
      const secret = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
      if (secret === '') problems.push(`${name}_FILE: the file ${path} is empty.`);
      else read[name] = secret;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      problems.push(`${name}_FILE: the file ${path} cannot be read (${code}).`);
    }
  }
  return { env: read, problems };
}

/**
 * Reports each `DATELINE_…` variable that is not a setting, because a misspelt name would otherwise have no effect and
 * no message. `DATELINE_TEST_…` belongs to the tests.
 */
export function unknownSettings(env: NodeJS.ProcessEnv, known: readonly string[]): string[] {
  const candidates = known.filter((name) => name.startsWith('DATELINE_'));
  return Object.keys(env)
    .filter((name) => name.startsWith('DATELINE_') && !name.startsWith('DATELINE_TEST_') && !known.includes(name))
    .map((name) => {
      const suggestion = suggestName(name, candidates);
      return `${name}: is not a setting of Dateline${suggestion ? `; did you mean ${suggestion}?` : '.'}`;
    });
}

/** The one of `known` that is most similar to `name`; null where none is similar enough. The first of equals wins. */
function suggestName(name: string, known: readonly string[]): string | null {
  const [best] = known
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(2, name.length / 3) ? best.candidate : null;
}

/** The Levenshtein distance: how many letters must be inserted, removed or replaced to turn `from` into `to`. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
