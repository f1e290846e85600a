import { catalogue, eventDefinition } from './catalogue.js';
import type { EventDefinition } from './define-event.js';
import { EventInput } from './event-input.js';
import { jsonSchema, jsonSchemaOf, type JsonSchema } from './json-schema.js';
import { code, link, table } from './markdown.js';
import { fieldsTable, resolved, sharedValues } from './schema-docs.js';

const INTRODUCTION = `# The event catalogue

<!-- Written by \`node scripts/write-catalogue-doc.mjs\` from libs/catalogue: change it there. -->

What can be recorded, and how the timeline tells it. Unknown fields are refused. The same as JSON Schema: \`GET /v1/event-types/{type}\`.
How to add a type: [adding-an-event-type.md](adding-an-event-type.md).`;

/** The page of the whole catalogue, as docs/catalogue.md holds it. */
export function catalogueDocument(): string {
  return documentOf(catalogue.flatMap(({ type }) => eventDefinition(type) ?? []));
}

/**
 * Event types as a Markdown page: an overview, each type with its fields, example and sentence, and the values that
 * they share.
 */
export function documentOf(definitions: readonly EventDefinition[]): string {
  const schemas = definitions.map((definition) => jsonSchemaOf(definition));
  const envelope = jsonSchema(EventInput);
  const parts = [
    INTRODUCTION,
    table(
      ['type', 'what it says'],
      definitions.map(({ type, description }) => [link(type), description]),
    ),
    `## Every event\n\n${fieldsTable(resolved(envelope))}\n\n${needs(definitions)}`,
    ...definitions.map((definition, at) => section(definition, schemas[at] ?? {})),
    `## Shared values\n\n${sharedValues([envelope, ...schemas])}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Which types differ in what they need around their data. */
function needs(definitions: readonly EventDefinition[]): string {
  const those = (wanted: (definition: EventDefinition) => boolean): string =>
    definitions
      .filter(wanted)
      .map(({ type }) => code(type))
      .join(', ');
  return [
    `- A fact needs \`story\`, \`occurredAt\` and \`source\`. Opening or closing a story (${those(({ about }) => about === 'story')}) may go without a source.`,
    `- An event about an event (${those(({ about }) => about === 'event')}) has no \`occurredAt\` and no \`certainty\` of its own, and its story is its target’s. Of these, ${those(({ about, source }) => about === 'event' && source === 'required')} needs a source.`,
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
