import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { canonicalJson } from '#catalogue/canonical-json.js';
import { formatInstant } from '#catalogue/values/reduced-date.js';
import { newEventId, sha256Hex } from '#log/append/append-request.js';
import { LOG, type LogPart } from '../bootstrap/parts.js';
import { toProblem } from '../events/record-events.command.js';
import { newEvent } from '../events/new-event.js';
import { single } from '../events/parse-events.js';
import type { Recorded, WriteHeaders } from '../events/write-protocol.js';
import { Problem } from '../problems/problem.js';
import type { StoryInput } from './stories.schema.js';

/** Opens a story, with the present as its date. */
export class OpenStory extends Command<Recorded> {
  constructor(
    readonly story: z.output<typeof StoryInput>,
    readonly recordedBy: string,
    readonly headers: WriteHeaders,
  ) {
    super();
  }
}

@CommandHandler(OpenStory)
export class OpenStoryHandler implements ICommandHandler<OpenStory> {
  constructor(@Inject(LOG) private readonly log: LogPart) {}

  /** @throws Problem `story-exists`, `version-mismatch` or `idempotency-key-reused` */
  async execute({ story, recordedBy, headers }: OpenStory): Promise<Recorded> {
    const { slug, ...data } = story;
    const occurredAt = formatInstant(this.log.now());
    const opening = {
      about: 'story',
      type: 'StoryOpened',
      id: newEventId(),
      story: slug,
      occurredAt,
      certainty: 'reported',
      data,
    } as const;
    const result = await this.log.appender.append({
      events: [newEvent(opening, false, null, null, false)],
      recordedBy,
      // Without the date, which differs in every repetition of the request.
      idempotency:
        headers.idempotencyKey === null
          ? undefined
          : { key: headers.idempotencyKey, fingerprint: sha256Hex(canonicalJson({ story })) },
      expectedVersion: headers.expectedVersion ?? undefined,
    });
    if (result.ok) return result;
    throw result.code === 'story-exists' ? storyExists(slug) : toProblem(result, single);
  }
}

function storyExists(slug: string): Problem {
  const detail = `A story ${slug} was opened before.`;
  return new Problem('story-exists', detail, { errors: [{ pointer: '/slug', detail }] });
}
