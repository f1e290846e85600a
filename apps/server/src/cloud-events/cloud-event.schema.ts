import { z } from 'zod';

const Attribute = z.string().min(1, { error: 'must not be empty' });

/** A CloudEvent as it is posted (JSON event format 1.0). Extension attributes may stand beside, and are not kept. */
export const CloudEventInput = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: Attribute.max(1000).meta({
      description: 'The id of the event where it is a UUID; else the id follows from it and `source`',
    }),
    source: Attribute.max(2000),
    type: Attribute.regex(/^dateline\../, {
      error: 'must be dateline. and an event type, as in dateline.MeetingHeld',
    }).meta({
      description: '`dateline.` and the event type',
    }),
    subject: Attribute.optional().meta({ description: 'The slug of the story' }),
    time: Attribute.optional().meta({ description: 'When it happened, where the data do not say so' }),
    datacontenttype: z
      .string()
      .regex(/^application\/(json|[\w.+-]+\+json)\b/i, { error: 'must be JSON' })
      .optional(),
    dataschema: Attribute.optional(),
    data: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The event as it is posted; what the attributes say may be left out' }),
  })
  .meta({ id: 'NewCloudEvent', description: 'A CloudEvent 1.0, structured' });

export const CloudEventBody = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string(),
    source: z.string(),
    type: z.string().meta({ description: '`dateline.` and the event type' }),
    subject: z.string().meta({ description: 'The slug of the story' }),
    time: z.string().optional().meta({ description: 'The first instant of its date; none of an event about an event' }),
    datacontenttype: z.literal('application/json'),
    data: z.record(z.string(), z.unknown()).meta({ description: 'The event as it would be posted' }),
    position: z.int().meta({ description: 'Its place in the log' }),
    recordedtime: z.string().meta({ description: 'When it was recorded' }),
  })
  .meta({ id: 'CloudEvent', description: 'An event as a CloudEvent 1.0' });
export type CloudEventBody = z.infer<typeof CloudEventBody>;

export const CloudEventsBody = z.array(CloudEventBody).meta({ id: 'CloudEvents' });
