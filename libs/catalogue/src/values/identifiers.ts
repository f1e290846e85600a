import { z } from 'zod';

const MAX_SLUG = 100;

/** The name that events share for what they are about: a story, a series of talks, a truce, a measure. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case letters and digits, joined by single hyphens' })
  .max(MAX_SLUG, { error: `must be at most ${MAX_SLUG} characters` })
  .meta({
    id: 'Slug',
    description: 'A name of lower-case letters and digits joined by hyphens, such as us-china-trade-talks',
  });
export type Slug = z.infer<typeof Slug>;

/** Id of an event: a UUID of any version, kept in lower case. */
export const EventId = z
  .guid({ error: (issue) => (typeof issue.input === 'string' ? 'must be a UUID' : undefined) })
  .overwrite((id) => id.toLowerCase())
  .meta({ id: 'EventId', description: 'Id of an event: a UUID' });
export type EventId = z.infer<typeof EventId>;

const MAX_ADDRESS = 2000;

/** Address of a page on the web: http or https, at most 2,000 characters, stored as given. */
export const WebAddress = z
  .string()
  .max(MAX_ADDRESS)
  .refine((text) => /^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/iu.test(text) && URL.canParse(text), {
    error: 'must be an http or https address',
  })
  .meta({ id: 'WebAddress', description: 'Address of a page on the web: http or https', format: 'uri' });
export type WebAddress = z.infer<typeof WebAddress>;
