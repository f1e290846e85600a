import { readFileSync } from 'node:fs';

export interface SecretFiles {
  /** The environment with each `NAME_FILE` replaced by `NAME` and what the file holds. */
  env: NodeJS.ProcessEnv;
  problems: string[];
}

/**
 * Reads the secrets that are given as files (`DATABASE_URL_FILE=/run/secrets/database-url`), as container platforms
 * mount them. One line break at the end of a file is not part of the secret. Giving both forms is a problem: nobody
 * could tell which of the two counts.
 */
export function readSecretFiles(env: NodeJS.ProcessEnv, names: readonly string[]): SecretFiles {
  const read: NodeJS.ProcessEnv = { ...env };
  const problems: string[] = [];
  for (const name of names) {
    const path = env[`${name}_FILE`];
    if (!path) continue;
    if (env[name]) {
      problems.push(`${name}: is given twice, as itself and as ${name}_FILE; keep one of them.`);
      continue;
    }
    try {
      const secret = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
      if (secret === '') problems.push(`${name}_FILE: the file ${path} is empty.`);
      else read[name] = secret;
    } catch (error) {
      problems.push(
        `${name}_FILE: the file ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`,
      );
    }
  }
  return { env: read, problems };
}
