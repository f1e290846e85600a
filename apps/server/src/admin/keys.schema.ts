import { z } from 'zod';
import { Text } from '#catalogue/values/text.js';
import { roles } from '../auth/identity.js';
import { pageParameters } from '../query/parameters.js';

const MAX_NAME = 100;
/** A week in seconds: enough time to distribute the new secret. */
const MAX_OVERLAP = 7 * 24 * 3600;

/** The names in `recordedBy` that do not stand for a created key. */
const RESERVED = ['admin', 'demo'];

const Role = z.enum(roles).meta({
  description:
    'reader: reads; editor: also records events, files articles and reads their bodies; admin: also administers',
});

const instant = (description: string) => z.string().nullable().meta({ description });

export const KeyInput = z
  .strictObject({
    name: Text.refine((name) => name.length <= MAX_NAME, { error: `must be at most ${MAX_NAME} characters` })
      .refine((name) => !RESERVED.includes(name), {
        error: `must not be ${RESERVED.join(' or ')}: the server uses these names itself`,
      })
      .meta({ description: 'The holder, as events give it in `recordedBy`. A name is never given to a second key' }),
    role: Role,
    expiresAt: z.iso
      .datetime({ offset: true, error: 'must be an RFC 3339 instant with offset' })
      .optional()
      .meta({ description: 'When the key expires; missing: never' }),
  })
  .meta({ id: 'NewKey', description: 'A key to create' });

export const RotationInput = z
  .strictObject({
    overlapSeconds: z
      .int()
      .min(0)
      .max(MAX_OVERLAP)
      .default(0)
      .meta({ description: 'How long the old secret is still accepted, at most a week' }),
  })
  .meta({ id: 'KeyRotation', description: 'The change from one secret to the next' });

const key = {
  id: z.string().meta({ description: 'A part of the key itself: `dl_<id>_<secret>`' }),
  name: z.string(),
  role: Role,
  createdAt: z.string(),
  createdBy: z.string(),
  rotatedAt: instant('When it was given its current secret; null: it has its first'),
  expiresAt: instant('When it expires; null: never'),
  revokedAt: instant('When it was revoked; null: it was not'),
  lastUsedAt: instant('When it was last used, some seconds late; null: never'),
};

export const KeyBody = z
  .strictObject(key)
  .meta({ id: 'Key', description: 'A key without its secret, of which only a digest is stored' });
export type KeyBody = z.infer<typeof KeyBody>;

export const MadeKeyBody = z
  .strictObject({
    ...key,
    key: z.string().meta({ description: 'What the holder sends. Shown only this once' }),
  })
  .meta({ id: 'MadeKey', description: 'A new key, with its secret' });
export type MadeKeyBody = z.infer<typeof MadeKeyBody>;

export const KeysBody = z.strictObject({ items: z.array(KeyBody), next: z.string().nullable() }).meta({ id: 'Keys' });

export const KeysQuery = z.strictObject(pageParameters);
