import { expect, it } from '@jest/globals';
import { isUniqueViolation } from './unique-violation.js';

const failed = (more: object): Error => Object.assign(new Error('no'), more);

it.each([
  [true, failed({ code: '23505', constraint: 'one_of_each' })],
  [false, failed({ code: '23505', constraint: 'another' })],
  [false, failed({ code: '23503', constraint: 'one_of_each' })],
  [false, { code: '23505', constraint: 'one_of_each' }],
  [false, null],
])('%s: a row was kept out by its constraint, by %o', (taken, error) => {
  expect(isUniqueViolation(error, 'one_of_each')).toBe(taken);
});
