import { formatInstant, periodOf } from '#catalogue/values/reduced-date.js';
import type { StoredEvent } from '#log/event.js';
import { toEventInput } from '../events/to-event-input.js';
import type { CloudEventBody } from './cloud-event.schema.js';

export const CLOUD_EVENT = 'application/cloudevents+json';
export const CLOUD_EVENTS = 'application/cloudevents-batch+json';

/**
 * What all that comes out of a log has as its source. The ids are UUIDs, so that the two together name an event
 * anywhere.
 */
const SOURCE = 'urn:dateline:log';

/** An event of the log as a CloudEvent. Its data are what was said, so that it can be posted elsewhere as it is. */
export function toCloudEvent(event: StoredEvent): CloudEventBody {
  const { id, type, story, occurredAt, position, recordedAt } = event;
  return {
    specversion: '1.0',
    id,
    source: SOURCE,
    type: `dateline.${type}`,
    subject: story,
    ...(occurredAt !== undefined && { time: formatInstant(periodOf(occurredAt).from) }),
    datacontenttype: 'application/json',
    data: toEventInput(event),
    position,
    recordedtime: recordedAt,
  };
}
