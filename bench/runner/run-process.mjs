import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, in a process group of its own. Whatever it started and left behind is killed after it; a
 * signal that is aborted kills all of it at once.
 *
 * @param options `cwd`, `env`, `signal` as of node; `shown`: its output goes to this process's
 * @returns what it wrote to stdout, unless that was shown
 * @throws the signal's reason; or, where it fails, an error with the end of what it wrote
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
  const said = { stdout: '', all: '' };
  for (const name of ['stdout', 'stderr'])
    child[name]?.setEncoding('utf8').on('data', (text) => {
      if (name === 'stdout') said.stdout += text;
      said.all = (said.all + text).slice(-10_000);
    });
  const how = await new Promise((resolve, reject) => {
    child.once('error', reject);
    // Not 'close': a process that it left behind may hold its pipes open.
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
  if (how !== null) throw new Error(`${[command, ...args].join(' ')} failed (${how})\n${said.all}`);
  return said.stdout;
}
