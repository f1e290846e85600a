import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A replacement for `curl` with the options that the documents use, for machines without curl. */
const CURL = `#!${process.execPath}
const options = { method: 'GET', headers: {} };
let url = '', body, fails = false;
for (let rest = process.argv.slice(2); rest.length > 0;) {
  const word = rest.shift();
  if (word === '-s') continue;
  if (word === '-X') options.method = rest.shift();
  else if (word === '-H') { const [name, ...value] = rest.shift().split(':'); options.headers[name] = value.join(':').trim(); }
  else if (word === '-d' || word === '--data-binary') { const given = rest.shift(); options.method = 'POST'; body = given.startsWith('@') ? require('node:fs').readFileSync(given.slice(1)) : given; }
  else if (word.startsWith('-')) throw new Error('unknown option ' + word);
  else url = word;
}
fetch(url, { ...options, body }).then(async (answer) => process.stdout.write(await answer.text()));
`;

/** Runs the commands of a document as its reader would. */
export class Shell {
  readonly #path: string;
  #variables = '';

  /**
   * @param folder the working folder, in which the server was started
   * @param replace the address in the document, and the actual one
   */
  constructor(
    private readonly folder: string,
    private readonly replace: readonly [documented: string, actual: string],
    curl = hasCurl(),
  ) {
    const tools = join(folder, 'tools');
    mkdirSync(tools, { recursive: true });
    if (!curl) {
      writeFileSync(join(tools, 'curl'), CURL);
      chmodSync(join(tools, 'curl'), 0o755);
    }
    this.#path = [tools, process.env['PATH'] ?? ''].join(delimiter);
  }

  /** Runs commands and returns their output. A variable that they set (`KEY=…`) is kept for later commands. */
  run(commands: string): string {
    const [documented, actual] = this.replace;
    const script = this.#variables + commands.replaceAll(documented, actual);
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-euc', script], {
      cwd: this.folder,
      env: { ...process.env, PATH: this.#path },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
    this.#variables += [...commands.matchAll(/^[A-Z]+=.*\n/gm)]
      .map(([line]) => line)
      .join('')
      .replaceAll(documented, actual);
    return stdout.replaceAll(actual, documented);
  }
}

function hasCurl(): boolean {
  return spawnSync('curl', ['--version']).status === 0;
}
