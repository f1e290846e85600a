import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { ClocksDisagree, LogUnavailable } from '#log/append/append-request.js';
import { Problem } from './problem.js';
import { problemOf } from './problem-of.js';

const fastifyError = (code: string, statusCode: number): Error =>
  Object.assign(new Error('library text'), { code, statusCode, name: 'FastifyError' });

describe('the problem of what was thrown', () => {
  it('is itself where it was one', () => {
    const problem = new Problem('story-closed', 'The story is closed.');
    expect(problemOf(problem)).toBe(problem);
  });

  it.each([
    [fastifyError('FST_ERR_CTP_BODY_TOO_LARGE', 413), 'too-large'],
    [fastifyError('FST_ERR_CTP_INVALID_MEDIA_TYPE', 415), 'unsupported-media-type'],
    [fastifyError('FST_ERR_CTP_INVALID_CONTENT_LENGTH', 400), 'malformed-request'],
    [fastifyError('FST_ERR_BAD_URL', 400), 'bad-parameter'],
    [fastifyError('FST_ERR_MAX_PARAM_LENGTH', 414), 'not-found'],
    [new HttpException('wrapped', 413, { cause: fastifyError('FST_ERR_CTP_BODY_TOO_LARGE', 413) }), 'too-large'],
    [new NotFoundException('Cannot GET /x'), 'not-found'],
    [new BadRequestException(), 'malformed-request'],
    // The body broke off. The code is that of a socket, but the database is not concerned.
    [Object.assign(new Error('aborted'), { code: 'ECONNRESET', statusCode: 400 }), 'malformed-request'],
  ])('keeps the meaning of an error of a library (%#)', (error, code) => {
    expect(problemOf(error).code).toBe(code);
  });

  it('has a Retry-After where the database is away', () => {
    const problem = problemOf(
      Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' }),
    );
    expect([problem.code, problem.headers]).toEqual(['unavailable', { 'retry-after': '2' }]);
  });

  it('says that a write can be sent again where the log was away', () => {
    const problem = problemOf(new LogUnavailable('no answer in time'));
    expect([problem.code, problem.headers]).toEqual(['unavailable', { 'retry-after': '2' }]);
    expect(problem.detail).toMatch(/no answer in time.*safe to send again/);
  });

  it('says what is wrong with the clocks, and what to do', () => {
    const problem = problemOf(new ClocksDisagree("the database's clock is 3600 s ahead of this server's"));
    expect([problem.code, problem.headers]).toEqual(['unavailable', { 'retry-after': '10' }]);
    expect(problem.detail).toMatch(/refused: the database's clock is 3600 s ahead.*corrected/);
  });

  it.each([
    [new TypeError('secret detail')],
    [fastifyError('FST_ERR_HANDLER_TIMEOUT', 500)],
    ['a string'],
    [undefined],
    [null],
    [{ statusCode: 500 }],
  ])('is internal otherwise, without the message (%#)', (error) => {
    const problem = problemOf(error);
    expect([problem.code, problem.cause]).toEqual(['internal', error]);
    expect(problem.detail).not.toMatch(/secret|library/);
  });
});
