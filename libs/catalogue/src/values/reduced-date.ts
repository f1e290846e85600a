import { z } from 'zod';
import { dateError, parseReducedDate } from './periods.js';

export {
  dateError,
  END_OF_CALENDAR,
  formatDay,
  formatFirstInstant,
  formatInstant,
  formatLastInstant,
  justBefore,
  lastInstant,
  parseReducedDate,
  periodOf,
  type Period,
  type Precision,
} from './periods.js';

/**
 * A date as precise as it is known: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or an RFC 3339 instant with offset (at most 9
 * decimals; compared by the microsecond, before 1685 and after 2254 by the second).
 */
export const ReducedDate = z
  .string()
  .refine((text) => parseReducedDate(text) !== null, {
    error: ({ input }) => dateError(String(input)),
  })
  .meta({
    id: 'ReducedDate',
    description: 'YYYY, YYYY-MM, YYYY-MM-DD, or an RFC 3339 instant with offset: as precise as it is known',
    pattern: '^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2}))?)?)?$',
  });
export type ReducedDate = z.infer<typeof ReducedDate>;
