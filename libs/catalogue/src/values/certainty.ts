import { z } from 'zod';

/** How sure the source is. A `claimed` fact is shown as somebody's claim and changes nothing that holds. */
export const Certainty = z
  .enum(['confirmed', 'reported', 'claimed'])
  .meta({ id: 'Certainty', description: 'How sure the source is: a claim is shown as a claim and changes nothing that holds' });
export type Certainty = z.infer<typeof Certainty>;
