import { describe, expect, it } from '@jest/globals';
import { type ProblemCode, problemCodes } from './problem-codes.js';
import { badParameter, Problem, problemBody, ProblemBody } from './problem.js';

describe('the body of a problem', () => {
  it('has what is wrong, where, and the id of the request', () => {
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

  it.each(Object.keys(problemCodes) as ProblemCode[])('fits its schema: %s', (code) => {
    const body = problemBody(new Problem(code, 'detail'), '/x', 'r');
    expect(ProblemBody.safeParse(body).error).toBeUndefined();
    expect(body).not.toHaveProperty('errors');
  });
});
