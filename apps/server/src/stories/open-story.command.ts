import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { formatInstant } from '#catalogue/values/reduced-date.js';
import { canonicalJson } from '#catalogue/canonical-json.js';
import { sha256Hex } from '#log/append/envelope.js';
import { newEventId } from '#log/append/event-id.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import type { Recorded } from '../events/send-recorded.js';
import { toProblem } from '../events/append-refusals.js';
import { newEvent } from '../events/new-event.js';
import { single } from '../events/parse-events.js';
import type { WritingHeaders } from '../events/writing-headers.js';
import { Problem } from '../problems/problem.js';
import type { StoryInput } from './stories.schema.js';

/** Opens a story, as of now. */
export class OpenStory extends Command<Recorded> {
  constructor(
    readonly story: z.output<typeof StoryInput>,
    readonly recordedBy: string,
    readonly headers: WritingHeaders,
  ) {
    super();
  }
}

@CommandHandler(OpenStory)
export class OpenStoryHandler implements ICommandHandler<OpenStory> {
  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {}

  /** @throws Problem `story-exists`, `version-mismatch` or `idempotency-key-reused` */
  async execute({ story, recordedBy, headers }: OpenStory): Promise<Recorded> {
    const { slug, ...data } = story;
    const occurredAt = formatInstant(this.parts.now());
    const opening = {
      about: 'story',
      type: 'StoryOpened',
      id: newEventId(),
      story: slug,
      occurredAt,
      certainty: 'reported',
      data,
    } as const;
    const result = await this.parts.appender.append({
      events: [newEvent(opening, false, null, null, false)],
      recordedBy,
      // The date is when it was asked, and another each time: what was said is the story alone.
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
