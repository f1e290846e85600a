import { z } from 'zod';

/**
 * A text that a list is filtered by: any but one with NUL, which PostgreSQL takes for no text. What matches nothing
 * gives an empty list.
 */
export const TextParameter = z.string().refine((text) => !text.includes('\u0000'), { error: 'must not hold NUL' });
