import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseEvent } from '#catalogue/event-input.js';
import { startServer, type TestServer } from '../support/server.js';

interface EventType {
  type: string;
  about: string;
  description: string;
  schema: { type: string; additionalProperties: boolean };
  example: object;
}

let server: TestServer;
let types: EventType[];

beforeAll(async () => {
  server = await startServer();
  types = ((await server.get('/v1/event-types')).body as { items: EventType[] }).items;
}, 120_000);

describe('the event types', () => {
  it('each have a closed schema, and an example that can be recorded', () => {
    expect(types.map((type) => type.type)).toEqual(
      expect.arrayContaining(['StoryOpened', 'TariffChanged', 'TruceExtended', 'EventCorrected']),
    );
    const around = { story: 'a-story', occurredAt: '2025-04-11' };
    const source = { url: 'https://example.org/page', publisher: 'Morning Gazette' };
    for (const { type, about, schema, example } of types) {
      expect([type, schema.type, schema.additionalProperties]).toEqual([type, 'object', false]);
      const event = about === 'event' ? { type, data: example, source } : { type, ...around, data: example, source };
      expect([type, parseEvent(event)]).toEqual([type, expect.objectContaining({ ok: true })]);
    }
  });

  it('can be read one by one', async () => {
    const { status, body } = await server.get('/v1/event-types/TariffChanged');
    expect([status, body]).toEqual([200, types.find((type) => type.type === 'TariffChanged')]);
  });

  it('are answered with 304 for an answer that has not changed', async () => {
    const tag = (await server.get('/v1/event-types')).headers.get('etag') ?? '';
    const again = await server.get('/v1/event-types', { 'if-none-match': tag });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await server.get('/v1/event-types', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it.each(['Nothing', 'tariffChanged', 'constructor', '__proto__'])('do not include %s', async (name) => {
    expect((await server.get(`/v1/event-types/${name}`)).status).toBe(404);
  });
});
