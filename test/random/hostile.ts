import { between, oneOf, type Random } from '../support/load/random.js';

const TEXTS = [
  ...['', ' ', '\t', '\u0000', '\u0007bell', '\ud800', '\u202eabc', 'e\u0301', '😀', 'ﬀ', '\ufeff', 'İ'],
  ...[
    "' or 1=1 --",
    '"; drop table event; --',
    '%',
    '_',
    '\\',
    '$1',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '=1+1',
    '@SUM(A1)',
  ],
  ...[
    '../../etc/passwd',
    '..%2f..%2f',
    '/v1/admin/log',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ],
  ...['null', 'undefined', 'NaN', 'true', '[]', '{}', '0', '-1', '1e309', '9007199254740993', '0x10', '١٢'],
  ...[
    '0000',
    '9999',
    '2025-02-30',
    '2025-13',
    '2025-02-29T25:00:00Z',
    '2025-01-01T00:00:00+24:00',
    '2025-06-30T23:59:60Z',
    '-2025',
    '+12025',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'a'.repeat(101),
    'x'.repeat(2001),
    'ü'.repeat(5000),
    `${'a-'.repeat(300)}!`,
    ' '.repeat(4000),
  ],
];
const NUMBERS = [
  0,
  -0,
  -1,
  0.1,
  1e-7,
  1e21,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  10_000.00001,
  4.9e-324,
  201,
  1001,
];

export const hostileText = (random: Random): string => oneOf(random, TEXTS);

/** A value that hardly any schema accepts: of another type, at or over a limit, tiny, deep or long. */
export function hostile(random: Random): unknown {
  switch (between(random, 0, 7)) {
    case 0:
      return null;
    case 1:
      return random() < 0.5;
    case 2:
    case 3:
      return oneOf(random, NUMBERS);
    case 4:
      return oneOf(random, [
        [],
        {},
        [[]],
        [null],
        { length: 1 },
        { toString: 1 },
        JSON.parse('{"__proto__":{"admin":true}}'),
      ] as unknown[]);
    case 5:
      return Array.from({ length: between(random, 1, 1200) }, () => 0);
    case 6:
      return nested(between(random, 5, 3000));
    default:
      return hostileText(random);
  }
}

/** Lists in lists. Parsed from text, because JSON.stringify could not walk a value of that depth. */
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;
