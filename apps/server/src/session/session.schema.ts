import { z } from 'zod';
import { roles } from '../auth/roles.js';

export const SessionBody = z
  .strictObject({
    name: z.string().meta({ description: 'The name of the key: what events recorded with it say as `recordedBy`' }),
    role: z.enum(roles),
    expiresAt: z
      .string()
      .nullable()
      .meta({ description: 'When the session is over; null where the key itself was sent' }),
  })
  .meta({ id: 'Session', description: 'Who asks, and what they may do' });
export type SessionBody = z.infer<typeof SessionBody>;

/** Where to go after signing in: looked at by the page alone. */
export const SignInQuery = z.strictObject({
  next: z.string().optional().meta({ description: 'The page of this server to go on to' }),
});
