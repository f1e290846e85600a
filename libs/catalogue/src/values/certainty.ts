import { z } from 'zod';

/** How sure the source is. What somebody only claims is kept apart from what holds. */
export const Certainty = z
  .enum(['confirmed', 'reported', 'claimed'])
  .meta({ id: 'Certainty', description: 'How sure the source is; what is only claimed stays out of what holds' });
export type Certainty = z.infer<typeof Certainty>;
