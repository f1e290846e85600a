import { z } from 'zod';

const LONGEST = 2000;

/** Address of a page on the web: http or https, at most 2,000 characters, kept as given. */
export const WebAddress = z
  .string()
  .max(LONGEST)
  .refine((text) => /^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/iu.test(text) && URL.canParse(text), {
    error: 'must be an http or https address',
  })
  .meta({ id: 'WebAddress', description: 'Address of a page on the web: http or https', format: 'uri' });
export type WebAddress = z.infer<typeof WebAddress>;
