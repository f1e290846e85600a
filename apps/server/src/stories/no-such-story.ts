import { Problem } from '../problems/problem.js';

/** The refusal of a read of a story that the record does not hold at its point. */
export const noSuchStory = (slug: string): Problem =>
  new Problem('not-found', `The record holds no story ${slug} at this point.`);
