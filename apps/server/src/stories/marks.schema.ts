import { z } from 'zod';
import { Certainty } from '#catalogue/values/closed-values.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { columnsOfPaths } from '../http/csv.js';
import { itemsPageBody } from '../query/page.js';
import { clockParameters, pageParameters } from '../query/parameters.js';
import { lineOf } from '../query/whole-list.js';

const MarkBody = z
  .strictObject({
    id: z.string(),
    position: z.int(),
    requestEnd: z.int().meta({ description: 'The last position of its request, whose events became known at once' }),
    recordedAt: z.string(),
    occurredAt: ReducedDate,
    reportedAt: ReducedDate.nullable().meta({ description: 'When the source of the winning account published it' }),
    type: z.string(),
    certainty: Certainty,
    corrected: z.boolean(),
    retracted: z.boolean(),
  })
  .meta({
    id: 'Mark',
    description: 'A fact as a mark on an axis of time: its places on the clocks, and how it stands',
  });

export const MarksBody = itemsPageBody(MarkBody).meta({ id: 'Marks' });
export const MarkLine = lineOf(MarkBody, 'MarkLine');

export const MarksQuery = z.strictObject({ ...clockParameters, ...pageParameters });

export const markColumns = columnsOfPaths([
  ...['position', 'occurredAt', 'reportedAt', 'recordedAt', 'requestEnd'],
  ...['type', 'certainty', 'corrected', 'retracted', 'id'],
]);
