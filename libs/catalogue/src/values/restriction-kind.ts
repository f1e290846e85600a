import { z } from 'zod';

/** What sort of restriction on trade or dealings it is. */
export const RestrictionKind = z
  .enum(['export_control', 'import_ban', 'quota', 'entity_listing', 'port_fee', 'sanction', 'investigation', 'other'])
  .meta({ id: 'RestrictionKind', description: 'What sort of restriction it is' });
export type RestrictionKind = z.infer<typeof RestrictionKind>;
