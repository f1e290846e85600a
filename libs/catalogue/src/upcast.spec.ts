import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { upcastData } from './catalogue.js';
import { defineEvent, type EventDefinition } from './define-event.js';
import { upcast } from './upcast.js';

/** Version 1 had one port as a text, version 2 a list of them, version 3 says how long as well. */
const portClosed = defineEvent({
  type: 'PortClosed',
  version: 3,
  description: 'A port was closed.',
  data: z.strictObject({ ports: z.array(z.string()), days: z.number().nullable() }),
  example: { ports: ['Tema'], days: null },
  sentence: (data) => `${data.ports.join(', ')} closed.`,
  upcast: {
    1: ({ port }: { port: string }) => ({ ports: [port] }),
    2: (data: { ports: string[] }) => ({ ...data, days: null }),
  },
}) as unknown as EventDefinition;

describe('data of an older schema version', () => {
  it('are brought to the current one a version at a time', () => {
    const data = upcast(portClosed, 1, { port: 'Tema' });
    expect(data).toEqual({ ports: ['Tema'], days: null });
    expect(portClosed.data.parse(data)).toEqual(data);
    expect(upcast(portClosed, 2, { ports: ['Tema', 'Takoradi'] })).toEqual({ ports: ['Tema', 'Takoradi'], days: null });
  });

  it('are left as they were stored', () => {
    const stored = Object.freeze({ port: 'Tema' });
    upcast(portClosed, 1, stored);
    expect(stored).toEqual({ port: 'Tema' });
  });

  it('of the current version come back as they are', () => {
    const data = { ports: ['Tema'], days: 3 };
    expect(upcast(portClosed, 3, data)).toBe(data);
  });

  it.each([0, 4, 1.5, NaN])('of version %d, which there is not, are an error', (version) => {
    expect(() => upcast(portClosed, version, {})).toThrow(RangeError);
  });

  it('without an upcaster are an error that names the gap', () => {
    const gap = { ...portClosed, upcast: { 1: (data: unknown) => data } };
    expect(() => upcast(gap, 1, {})).toThrow('PortClosed has no upcaster from schema version 2');
  });

  it('of a type that is not in the catalogue are an error', () => {
    expect(() => upcastData('Nothing', 1, {})).toThrow(RangeError);
  });
});
