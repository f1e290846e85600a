import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { upcastData } from '../catalogue.js';
import { defineEvent, upcast, type EventDefinition } from './define-event.js';

/** Version 1 has one port as a text, version 2 a list of ports, version 3 adds how long they are closed. */
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
  it('are upcast to the current version, one version at a time', () => {
    const data = upcast(portClosed, 1, { port: 'Tema' });
    expect(data).toEqual({ ports: ['Tema'], days: null });
    expect(portClosed.data.parse(data)).toEqual(data);
    expect(upcast(portClosed, 2, { ports: ['Tema', 'Takoradi'] })).toEqual({ ports: ['Tema', 'Takoradi'], days: null });
  });

  it('are not modified where they are stored', () => {
    const stored = Object.freeze({ port: 'Tema' });
    upcast(portClosed, 1, stored);
    expect(stored).toEqual({ port: 'Tema' });
  });

  it('are returned as they are if the version is the current one', () => {
    const data = { ports: ['Tema'], days: 3 };
    expect(upcast(portClosed, 3, data)).toBe(data);
  });

  it.each([0, 4, 1.5, NaN])('throw on the unknown version %d', (version) => {
    expect(() => upcast(portClosed, version, {})).toThrow(RangeError);
  });

  it('throw where an upcaster is missing, and name the version', () => {
    const gap = { ...portClosed, upcast: { 1: (data: unknown) => data } };
    expect(() => upcast(gap, 1, {})).toThrow('PortClosed has no upcaster from schema version 2');
  });

  it('throw on a type that is not in the catalogue', () => {
    expect(() => upcastData('Nothing', 1, {})).toThrow(RangeError);
  });
});
