import { z } from 'zod';
import { verifyReasons } from '#log/verify/problem.js';

const Hash = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, { error: 'must be a sha256 in hexadecimal, 64 characters' })
  .meta({ description: 'sha256, hex' });

export const LogHeadBody = z
  .strictObject({
    position: z.int().min(0).meta({ description: 'The last position; 0 on an empty log' }),
    hash: Hash,
    recordedAt: z.string().nullable(),
    aheadOfClockMs: z
      .number()
      .meta({ description: 'By how much the time of the log runs ahead of the clock; 0 in ordinary times' }),
  })
  .meta({
    id: 'LogHead',
    description: 'Where the log stands. Noted elsewhere, it shows later that nothing was cut off',
  });
export type LogHeadBody = z.infer<typeof LogHeadBody>;

/** A head that was noted earlier. */
export const NotedHeadInput = z
  .strictObject({ position: z.int().min(1), hash: Hash })
  .meta({ id: 'NotedHead', description: 'A head of the log that was noted earlier' });

/** A line of the answer. */
export const VerifyLine = z
  .union([
    z
      .strictObject({
        progress: z.int(),
        of: z.int(),
        articles: z
          .int()
          .optional()
          .meta({ description: 'How many bodies of articles were looked at, once all events are verified' }),
      })
      .meta({ description: 'So far all is as it was recorded' }),
    z.strictObject({ verified: z.int(), head: Hash }).meta({ description: 'The last line: all of it is' }),
    z
      .strictObject({
        position: z.int().meta({
          description: 'Of the event, of the last one of the story, or of the first that cites the article; 0: of none',
        }),
        problem: z.string().meta({ description: 'What is wrong, for people' }),
        reason: z.enum(verifyReasons),
        story: z.string().optional().meta({ description: 'Whose stream is wrong' }),
        article: z.string().optional().meta({ description: 'The id of the article that is wrong' }),
      })
      .meta({ description: 'The last line: the first place that is not' }),
    z
      .strictObject({ error: z.strictObject({ code: z.string(), detail: z.string() }) })
      .meta({ description: 'The last line: it could not be read to its end' }),
  ])
  .meta({ id: 'VerifyLine' });
export type VerifyLine = z.infer<typeof VerifyLine>;
