import type { EventSource, StoredEvent } from '#log/event.js';

/** What was said with an event, as it would be posted again: nothing of when and where it was stored. */
export function toEventInput({
  id,
  type,
  story,
  occurredAt,
  certainty,
  data,
  source,
}: StoredEvent): Record<string, unknown> {
  return {
    id,
    type,
    story,
    ...(occurredAt !== undefined && { occurredAt }),
    ...(certainty !== undefined && { certainty }),
    data,
    ...(source && { source: saidSource(source) }),
  };
}

/** An article's own details are not said again with each of its facts. */
function saidSource({
  article,
  url,
  publisher,
  publishedAt,
  quote,
  attributedTo,
}: EventSource): Record<string, unknown> {
  return {
    ...(article === undefined ? { url, publisher, ...(publishedAt !== undefined && { publishedAt }) } : { article }),
    ...(quote !== undefined && { quote }),
    ...(attributedTo !== undefined && { attributedTo }),
  };
}
