import { describe, expect, it } from '@jest/globals';
import { createLogger, prettyLine } from './logger.js';

function linesOf(write: (logger: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  write(createLogger('info', { write: (line) => void lines.push(line) }));
  return lines;
}

describe('the log', () => {
  it('is JSON with the level by name, the time in UTC, and nothing that was not logged', () => {
    const [line = ''] = linesOf((logger) => logger.warn({ position: 17 }, 'behind'));
    const { time, ...rest } = JSON.parse(line) as Record<string, string>;
    expect(rest).toEqual({ level: 'warn', position: 17, msg: 'behind' });
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('omits lines below its level', () => {
    expect(linesOf((logger) => logger.debug('a detail'))).toEqual([]);
  });

  it('never holds a key or a cookie', () => {
    const headers = { authorization: 'Bearer s3cret-word', cookie: 'session=s3cret-word', host: 'news' };
    const lines = linesOf((logger) =>
      logger.info({ headers, req: { headers }, authorization: headers.authorization }, 'request'),
    );
    expect(lines.join()).not.toContain('s3cret-word');
    expect(lines.join()).toContain('[hidden]');
  });

  it('describes an error without its data, under any name, with or without a message', () => {
    const error = Object.assign(new Error('duplicate key: s3cret-word'), {
      severity: 'ERROR',
      code: '23505',
      detail: 's3cret-word',
      table: 'event',
    });
    const thrown = Object.assign(new Error('it broke off'), { parameters: ['s3cret-word'] });
    const lines = linesOf((logger) => {
      logger.error({ err: error, requestId: 'r1' }, 'request failed');
      logger.error({ reason: error }, 'a part failed');
      logger.error(error);
      logger.error({ err: error });
      logger.error({ err: 's3cret-word' }, 'thrown');
      logger.error({ err: thrown }, 'thrown');
    });
    expect(lines.join()).not.toContain('s3cret-word');
    const described = { code: '23505', table: 'event', message: 'PostgreSQL refused it: SQLSTATE 23505, table event' };
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { err: described, requestId: 'r1', msg: 'request failed' },
      { reason: described, msg: 'a part failed' },
      { err: described, msg: 'an error' },
      { err: described, msg: 'an error' },
      { err: { type: 'string' } },
      { err: { message: 'it broke off' } },
    ]);
  });

  it('hides keys and passwords by their form, in any field', () => {
    const key = `dl_0123abcd_${'5'.repeat(64)}`;
    const [line = ''] = linesOf((logger) =>
      logger.info({ path: `/v1/${key}`, at: 'redis://me:s3cret-word@host/0' }, 'request'),
    );
    expect(line).toContain('"path":"/v1/dl_0123abcd_[hidden]","at":"redis://[hidden]@host/0"');
  });

  it('is readable on a terminal', () => {
    const time = '2025-10-26T09:08:07.123Z';
    expect(
      prettyLine(
        JSON.stringify({ level: 'info', time, url: 'http://127.0.0.1:3000', roles: ['api'], msg: 'listening' }),
      ),
    ).toBe('09:08:07 listening url=http://127.0.0.1:3000 roles=["api"]\n');
    expect(
      prettyLine(JSON.stringify({ level: 'error', time, err: { stack: 'Error: no\n    at x' }, msg: 'failed' })),
    ).toBe('09:08:07 ERROR failed\nError: no\n    at x\n');
  });
});
