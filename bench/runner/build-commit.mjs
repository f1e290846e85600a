import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from './run-process.mjs';

/** The one file of the benchmarks that imports modules of its tree. */
const ADAPTER = 'bench/program.mjs';

/**
 * The full and the short hash of a commit.
 *
 * @throws if there is no such commit
 */
export async function resolveCommit(root, commit, signal) {
  const git = (...args) => runProcess('git', ['rev-parse', ...args], { cwd: root, signal });
  const sha = await git('--verify', '--quiet', '--end-of-options', `${commit}^{commit}`).catch(() => {
    signal.throwIfAborted();
    throw new Error(`${root} is no git repository that has a commit ${commit}`);
  });
  return { sha: sha.trim(), short: (await git('--short', sha.trim())).trim() };
}

/**
 * Checks a commit out into a worktree, installs and builds it, and copies the benchmarks of this tree into it, so that
 * both builds get the same measurement. If its package-lock.json equals this tree's, it shares this tree's
 * node_modules. It keeps its own adapter (program.mjs). A commit from before the adapter existed gets the first version
 * of that file.
 *
 * @param tree the folder of the worktree; the caller removes it with `removeWorktree`, also if this function throws
 * @throws if a step fails, with its output
 */
export async function buildCommit({ root, sha, tree, signal, progress }) {
  const run = (command, ...args) => runProcess(command, args, { cwd: tree, signal });
  await runProcess('git', ['worktree', 'add', '--quiet', '--detach', tree, sha], { cwd: root, signal });
  const lockOf = (folder) => readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (lockOf(tree) === lockOf(root)) symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  else await progress('npm ci, as its package-lock.json differs', () => run('npm', 'ci'));
  await progress('npm run build', () => run('npm', 'run', 'build'));

  const adapter = existsSync(join(tree, ADAPTER))
    ? readFileSync(join(tree, ADAPTER))
    : await firstAdapter(root, signal);
  rmSync(join(tree, 'bench'), { recursive: true, force: true });
  cpSync(join(root, 'bench'), join(tree, 'bench'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  writeFileSync(join(tree, ADAPTER), adapter);
}

/** The first version of the adapter. It uses the names that the modules had before it existed. */
async function firstAdapter(root, signal) {
  const git = (...args) => runProcess('git', args, { cwd: root, signal });
  const first = (await git('log', '--diff-filter=A', '--format=%H', '--reverse', '--', ADAPTER)).split('\n')[0];
  return first === '' ? readFileSync(join(root, ADAPTER)) : git('show', `${first}:${ADAPTER}`);
}

/** Removes a worktree, also an incomplete one, and git's record of it. */
export async function removeWorktree(root, tree) {
  await runProcess('git', ['worktree', 'remove', '--force', '--force', tree], { cwd: root }).catch(() => undefined);
  rmSync(tree, { recursive: true, force: true });
  await runProcess('git', ['worktree', 'prune'], { cwd: root });
}
