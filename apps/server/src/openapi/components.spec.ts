import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Components } from './components.js';
import { schemaRef } from './schema-reference.js';

const Colour = z.enum(['red', 'blue']).meta({ id: 'SpecColour' });
const Paint = z.strictObject({ colour: Colour, coats: z.int().default(1) }).meta({ id: 'SpecPaint' });
const Wall = z.strictObject({ paint: Paint.optional() }).meta({ id: 'SpecWall' });

describe('the components of a document', () => {
  it('are what operations refer to, and what that refers to', () => {
    const components = new Components();
    expect(components.resolve(schemaRef(Wall, 'output'), 'output')).toEqual({ $ref: '#/components/schemas/SpecWall' });
    expect(Object.keys(components.schemas).sort()).toEqual(['SpecColour', 'SpecPaint', 'SpecWall']);
    expect(components.schemas['SpecPaint']).toMatchObject({
      required: ['colour', 'coats'],
      additionalProperties: false,
    });
  });

  it('come in two where a request may leave out a field that an answer has', () => {
    const components = new Components();
    components.resolve(schemaRef(Wall, 'output'), 'output');
    expect(components.resolve(schemaRef(Wall, 'input'), 'input')).toEqual({
      $ref: '#/components/schemas/SpecWallInput',
    });
    expect(Object.keys(components.schemas).sort()).toEqual([
      'SpecColour',
      'SpecPaint',
      'SpecPaintInput',
      'SpecWall',
      'SpecWallInput',
    ]);
    expect(components.schemas['SpecPaintInput']).toMatchObject({ required: ['colour'] });
    expect(components.schemas['SpecWallInput']).toMatchObject({
      properties: { paint: { $ref: '#/components/schemas/SpecPaintInput' } },
    });
  });

  it('keep their names where only requests use them, also in the mapping of a discriminator', () => {
    const Pick = z.union([Wall]).meta({
      id: 'SpecPick',
      discriminator: { propertyName: 'kind', mapping: { wall: '#/components/schemas/SpecWall' } },
    });
    const alone = new Components();
    alone.resolve(schemaRef(Pick, 'input'), 'input');
    expect(Object.keys(alone.schemas).sort()).toEqual(['SpecColour', 'SpecPaint', 'SpecPick', 'SpecWall']);
    const both = new Components();
    both.resolve(schemaRef(Wall, 'output'), 'output');
    both.resolve(schemaRef(Pick, 'input'), 'input');
    expect(both.schemas['SpecPick']).toMatchObject({
      discriminator: { mapping: { wall: '#/components/schemas/SpecWallInput' } },
    });
  });

  it('must be registered', () => {
    expect(() => new Components().resolve({ $ref: '#/components/schemas/SpecNobody' }, 'output')).toThrow('SpecNobody');
  });
});
