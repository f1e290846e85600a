import { describe, expect, it } from '@jest/globals';
import { problemBody, ProblemBody } from './problem-body.js';
import { problemCodes, type ProblemCode } from './problem-codes.js';
import { badParameter, Problem } from './problem.js';

describe('the body of a problem', () => {
  it('says what, where and in which request', () => {
    expect(problemBody(badParameter('as/Of', 'must be a date'), '/v1/stories?as/Of=x', 'r-1')).toEqual({
      type: 'urn:dateline:problem:bad-parameter',
      title: 'A parameter or header cannot be understood',
      status: 400,
      detail: 'as/Of: must be a date',
      code: 'bad-parameter',
      instance: '/v1/stories',
      requestId: 'r-1',
      errors: [{ pointer: '/as~1Of', detail: 'must be a date' }],
    });
  });

  it.each(Object.keys(problemCodes) as ProblemCode[])('is as the document says: %s', (code) => {
    const body = problemBody(new Problem(code, 'detail'), '/x', 'r');
    expect(ProblemBody.safeParse(body).error).toBeUndefined();
    expect(body).not.toHaveProperty('errors');
  });
});
