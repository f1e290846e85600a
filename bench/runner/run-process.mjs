import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, in a process group of its own. Processes that it leaves behind are killed after it.
 * Aborting the signal kills the whole group at once.
 *
 * @param options `cwd`, `env`, `signal` as in Node; `shown`: its output goes to the output of this process
 * @returns its stdout, unless `shown`
 * @throws the signal's reason; or, if the program fails, an error with the end of its output
 */
export async function runProcess(command, args, { cwd, env, signal, shown = false }) {
  signal?.throwIfAborted();
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: shown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  const killGroup = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  signal?.addEventListener('abort', killGroup);
  const output = { stdout: '', all: '' };
  for (const name of ['stdout', 'stderr'])
    child[name]?.setEncoding('utf8').on('data', (text) => {
      if (name === 'stdout') output.stdout += text;
      output.all = (output.all + text).slice(-10_000);
    });
  const failure = await new Promise((resolve, reject) => {
    child.once('error', reject);
    // Not 'close': a process that the program left behind may hold its pipes open.
    child.once('exit', (code, by) => {
      killGroup();
      resolve(code === 0 ? null : (by ?? `exit code ${code}`));
    });
  }).finally(() => signal?.removeEventListener('abort', killGroup));
  if (!shown)
    await Promise.all(
      [child.stdout, child.stderr].map((stream) => stream.closed || new Promise((done) => stream.once('close', done))),
    );
  signal?.throwIfAborted();
  if (failure !== null) throw new Error(`${[command, ...args].join(' ')} failed (${failure})\n${output.all}`);
  return output.stdout;
}
