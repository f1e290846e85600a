import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAdminKey, type AdminKey } from './admin-key.js';
import { digestOfKey } from './key-secret.js';

const matches = (key: AdminKey, presented: string): boolean => key.digest.equals(digestOfKey(presented));

describe('the admin key', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'dateline-key-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('is the configured one, and only the whole key matches', () => {
    const key = openAdminKey({ adminKey: 'correct horse battery staple, twice', dataDir });
    expect(key).toMatchObject({ file: null, justGenerated: null });
    expect(matches(key, 'correct horse battery staple, twice')).toBe(true);
    for (const other of [
      '',
      'correct horse battery staple, twic',
      'Correct horse battery staple, twice',
      'correct horse battery staple, twice ',
    ]) {
      expect(matches(key, other)).toBe(false);
    }
  });

  it('is otherwise generated once, shown once, and stored in a file that only its owner can read', () => {
    const first = openAdminKey({ adminKey: null, dataDir });
    const second = openAdminKey({ adminKey: null, dataDir });
    const shown = first.justGenerated ?? '';
    expect(shown).toMatch(/^dl_[0-9a-f]{8}_[0-9a-f]{64}$/);
    expect(second.justGenerated).toBeNull();
    expect(matches(second, shown)).toBe(true);
    expect(readFileSync(join(dataDir, 'admin-key'), 'utf8')).toBe(`${shown}\n`);
    expect(statSync(join(dataDir, 'admin-key')).mode & 0o777).toBe(0o600);
  });

  it('is refused when the file holds none, or a short one', () => {
    const folder = mkdtempSync(join(dataDir, 'emptied-'));
    writeFileSync(join(folder, 'admin-key'), '\n');
    expect(() => openAdminKey({ adminKey: null, dataDir: folder })).toThrow(
      /holds no key of 32 characters; remove the file/,
    );
  });

  it('is refused when it cannot be stored', () => {
    writeFileSync(join(dataDir, 'a-file'), '');
    expect(() => openAdminKey({ adminKey: null, dataDir: join(dataDir, 'a-file') })).toThrow(
      /cannot be stored in .*a-file\/admin-key \(ENOTDIR\)/,
    );
  });
});
