import { catalogue, eventDefinition } from './catalogue.js';
import type { EventDefinition } from './events/define-event.js';
import { EventInput } from './event-input.js';
import {
  code,
  fieldsTable,
  jsonSchema,
  type JsonSchema,
  jsonSchemaOf,
  link,
  resolved,
  sharedValues,
  table,
} from './schema-docs.js';

const INTRODUCTION = `# The event catalogue

<!-- Written by \`node scripts/write-catalogue-doc.mjs\` from libs/catalogue: change it there. -->

What can be recorded, and the sentence that the timeline shows for it. Unknown fields are refused.
\`GET /v1/event-types/{type}\` returns the same as JSON Schema.
How to add a type: [adding-an-event-type.md](adding-an-event-type.md).`;

/**
 * The content of docs/catalogue.md: an overview of the event types, the fields, example and sentence of each, and their
 * shared values.
 */
export function catalogueDocument(): string {
  const definitions = catalogue.flatMap(({ type }) => eventDefinition(type) ?? []);
  const schemas = definitions.map((definition) => jsonSchemaOf(definition));
  const envelope = jsonSchema(EventInput);
  const parts = [
    INTRODUCTION,
    table(
      ['type', 'what it records'],
      definitions.map(({ type, description }) => [link(type), description]),
    ),
    `## Every event\n\n${fieldsTable(resolved(envelope))}\n\n${envelopeRules(definitions)}`,
    ...definitions.map((definition, at) => section(definition, schemas[at] ?? {})),
    `## Shared values\n\n${sharedValues([envelope, ...schemas])}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Which fields around the data a type requires or refuses. */
function envelopeRules(definitions: readonly EventDefinition[]): string {
  const typesWhere = (matches: (definition: EventDefinition) => boolean): string =>
    definitions
      .filter(matches)
      .map(({ type }) => code(type))
      .join(', ');
  const ofStories = typesWhere(({ about }) => about === 'story');
  const ofEvents = typesWhere(({ about }) => about === 'event');
  const sourced = typesWhere(({ about, source }) => about === 'event' && source === 'required');
  return [
    '- A fact needs `story`, `occurredAt` and `source`.',
    `- A story is opened or closed (${ofStories}) with or without a source.`,
    `- An event about an event (${ofEvents}) has no \`occurredAt\` and no`,
    `  \`certainty\` of its own, and its story is that of its target. Of these, ${sourced} needs a source.`,
  ].join('\n');
}

function section(definition: EventDefinition, schema: JsonSchema): string {
  const data = definition.data.parse(definition.example);
  return [
    `## ${definition.type}`,
    definition.description,
    `Schema version ${definition.version}.`,
    fieldsTable(resolved(schema)),
    `\`\`\`json\n${JSON.stringify(definition.example, null, 2)}\n\`\`\``,
    `> ${definition.sentence(data, { occurredAt: '2025-10-26', certainty: 'reported' })}`,
  ].join('\n\n');
}
