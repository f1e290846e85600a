import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface Person {
  name: string;
  user: { uid: number; gid: number };
}

/** The user that runs the tests. */
export const me: Person = { name: 'this user', user: { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 } };

/** The users as whom a test can start the server. Root can also become `nobody`, if that user can read the checkout. */
export const people: readonly Person[] = me.user.uid === 0 ? [{ ...me, name: 'root' }, ...nobody()] : [me];

function nobody(): Person[] {
  const idOf = (kind: '-u' | '-g') => Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }));
  const user = { uid: idOf('-u'), gid: idOf('-g') };
  try {
    execFileSync('/bin/sh', ['-c', 'test -r "$0"', join(import.meta.dirname, '../../dist/apps/server/src/main.js')], {
      ...user,
      cwd: '/',
    });
    return [{ name: 'a normal user', user }];
  } catch {
    return [];
  }
}
