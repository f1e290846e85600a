import { z } from 'zod';

/** How far a deal has come. */
export const DealStatus = z
  .enum(['exploring', 'negotiating', 'near_final', 'agreed', 'stalled', 'collapsed'])
  .meta({ id: 'DealStatus', description: 'How far a deal has come' });
export type DealStatus = z.infer<typeof DealStatus>;
