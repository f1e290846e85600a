import { z } from 'zod';
import { Text } from '#catalogue/values/text.js';
import { roles } from '../auth/roles.js';
import { pageParameters } from '../query/paging.js';

const LONGEST_NAME = 100;
/** Seconds: a week, in which everybody who has the key can be given the new one. */
const LONGEST_OVERLAP = 7 * 24 * 3600;

/** Names that others than made keys record as. */
const RESERVED = ['admin', 'demo'];

const Role = z.enum(roles).meta({
  description:
    'reader: reads; editor: also records events, files articles and reads their bodies; admin: also administers',
});

const instant = (description: string) => z.string().nullable().meta({ description });

export const KeyInput = z
  .strictObject({
    name: Text.refine((name) => name.length <= LONGEST_NAME, { error: `must be at most ${LONGEST_NAME} characters` })
      .refine((name) => !RESERVED.includes(name), {
        error: `must not be ${RESERVED.join(' or ')}: that is somebody else`,
      })
      .meta({ description: 'Who uses it, as events will say in `recordedBy`. A name is never given to a second key' }),
    role: Role,
    expiresAt: z.iso
      .datetime({ offset: true, error: 'must be an RFC 3339 instant with offset' })
      .optional()
      .meta({ description: 'When it ends by itself; missing: never' }),
  })
  .meta({ id: 'NewKey', description: 'A key to make' });

export const RotationInput = z
  .strictObject({
    overlapSeconds: z
      .int()
      .min(0)
      .max(LONGEST_OVERLAP)
      .default(0)
      .meta({ description: 'How long the key before is still taken, at most a week' }),
  })
  .meta({ id: 'KeyRotation', description: 'How to change from one secret to the next' });

const key = {
  id: z.string().meta({ description: 'Stands in the key itself: `dl_<id>_<secret>`' }),
  name: z.string(),
  role: Role,
  createdAt: z.string(),
  createdBy: z.string(),
  rotatedAt: instant('When it was given its latest secret; null: the first'),
  expiresAt: instant('When it ends by itself; null: never'),
  revokedAt: instant('When it was revoked'),
  lastUsedAt: instant('When it was last let in, written some seconds late'),
};

export const KeyBody = z
  .strictObject(key)
  .meta({ id: 'Key', description: 'A key, without its secret: of that only a digest is kept' });
export type KeyBody = z.infer<typeof KeyBody>;

export const MadeKeyBody = z
  .strictObject({
    ...key,
    key: z.string().meta({ description: 'What the holder sends. Shown this once and never again' }),
  })
  .meta({ id: 'MadeKey', description: 'A key just made, with its secret' });
export type MadeKeyBody = z.infer<typeof MadeKeyBody>;

export const KeysBody = z.strictObject({ items: z.array(KeyBody), next: z.string().nullable() }).meta({ id: 'Keys' });

export const KeysQuery = z.strictObject(pageParameters);
