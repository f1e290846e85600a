import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { benchmarks, parseArguments, usage, UsageError } from './arguments.mjs';

describe('npm run bench', () => {
  it('measures this tree alone', () => {
    expect(parseArguments(['append'])).toEqual({ name: 'append', against: null, rounds: 7 });
  });

  it('compares with a commit', () => {
    expect(parseArguments(['as-of', '--against', 'HEAD~1'])).toEqual({ name: 'as-of', against: 'HEAD~1', rounds: 7 });
    expect(parseArguments(['--against=v1', '--rounds=21', 'http'])).toEqual({
      name: 'http',
      against: 'v1',
      rounds: 21,
    });
  });

  it.each([['--help'], ['-h', 'append']])('asks for the usage: %s', (...args) => {
    expect(parseArguments(args)).toBeNull();
  });

  it.each([
    [[], 'which benchmark?'],
    [['appending'], 'there is no benchmark appending'],
    [['constructor'], 'there is no benchmark constructor'],
    [['append', 'http'], 'one benchmark at a time: http is too much'],
    [['append', '--against'], /--against/],
    [['append', '--against='], '--against which commit?'],
    [['append', '--against', '--rounds=9'], /--against/],
    [['append', '--agianst', 'HEAD'], /--agianst/],
    [['append', '--rounds', '9'], '--rounds counts pairs of runs: --against which commit?'],
    ...['5', '0', '-7', '7.5', '100', '1e1', 'seven', ''].map((rounds) => [
      ['append', '--against', 'HEAD', `--rounds=${rounds}`],
      `--rounds must be a whole number from 6 to 99, and is "${rounds}"`,
    ]),
  ])('refuses %j', (args, message) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
    expect(() => parseArguments(args)).toThrow(message);
  });

  it.each(Object.keys(benchmarks))('has a file for %s, and names it', (name) => {
    expect(existsSync(join(import.meta.dirname, '..', `${name}.mjs`))).toBe(true);
    expect(usage).toContain(`\n  ${name} `);
  });
});
