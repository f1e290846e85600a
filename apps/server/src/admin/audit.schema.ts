import { z } from 'zod';
import { auditActions } from '#platform/audit/audit-trail.js';
import { pageParameters } from '../query/paging.js';
import { TextParameter } from '../query/text-parameter.js';

export const AuditEntryBody = z
  .strictObject({
    id: z.int(),
    at: z.string(),
    actor: z.string().nullable().meta({ description: 'The name of the key; null: nobody known' }),
    action: z.enum(auditActions),
    subject: z.string().meta({
      description: 'What it was done to: the name of a key, the id of an article, a view, an address, a path',
    }),
    detail: z.record(z.string(), z.unknown()),
    address: z.string(),
    requestId: z.string().nullable().meta({ description: 'Null: the entry sums up many requests' }),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what, and when' });
export type AuditEntryBody = z.infer<typeof AuditEntryBody>;

export const AuditBody = z
  .strictObject({ items: z.array(AuditEntryBody), next: z.string().nullable() })
  .meta({ id: 'AuditTrail' });

export const AuditQuery = z.strictObject({
  ...pageParameters,
  actor: TextParameter.optional().meta({ description: 'What the key of this name did' }),
  action: z
    .string()
    .refine((text): text is (typeof auditActions)[number] => (auditActions as readonly string[]).includes(text), {
      error: `must be one of ${auditActions.join(', ')}`,
    })
    .optional()
    .meta({ enum: auditActions, description: 'Deeds of this kind' }),
});
