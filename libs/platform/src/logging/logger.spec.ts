import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { readableLine } from './readable-lines.js';

function linesOf(write: (logger: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  write(createLogger('info', { write: (line) => void lines.push(line) }));
  return lines;
}

describe('the log', () => {
  it('is JSON with the level by name and the time in UTC, and nothing that was not said', () => {
    const [line = ''] = linesOf((logger) => logger.warn({ position: 17 }, 'behind'));
    const { time, ...rest } = JSON.parse(line) as Record<string, string>;
    expect(rest).toEqual({ level: 'warn', position: 17, msg: 'behind' });
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('leaves out what is below its level', () => {
    expect(linesOf((logger) => logger.debug('a detail'))).toEqual([]);
  });

  it('never holds a key or a cookie', () => {
    const headers = { authorization: 'Bearer s3cret-word', cookie: 'session=s3cret-word', host: 'news' };
    const lines = linesOf((logger) => logger.info({ headers, req: { headers }, authorization: headers.authorization }, 'request'));
    expect(lines.join()).not.toContain('s3cret-word');
    expect(lines.join()).toContain('[hidden]');
  });

  it('is readable at a terminal', () => {
    const time = '2025-10-26T09:08:07.123Z';
    expect(readableLine(JSON.stringify({ level: 'info', time, url: 'http://127.0.0.1:3000', roles: ['api'], msg: 'listening' }))).toBe(
      '09:08:07 listening url=http://127.0.0.1:3000 roles=["api"]\n',
    );
    expect(readableLine(JSON.stringify({ level: 'error', time, err: { stack: 'Error: no\n    at x' }, msg: 'failed' }))).toBe(
      '09:08:07 ERROR failed\nError: no\n    at x\n',
    );
  });
});
