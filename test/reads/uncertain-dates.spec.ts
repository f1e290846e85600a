import { beforeAll, describe, expect, it } from '@jest/globals';
import { ItemsBody } from '../../apps/server/src/views/views.schema.js';
import { bodyOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { rate, StoryFixture } from '../time/story-fixture.js';

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-12-01' };
/** The order of its facts is not known from August 2025 on: the 11th is a day of that month. */
const UNCERTAIN = 'USA>CHN:all';
const CERTAIN = ['USA>CAN:all', 'USA>MEX:all'];

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const fixture = await StoryFixture.open(server, 'uncertain');
  const other = await StoryFixture.open(server, 'certain');
  await fixture.fact('TariffChanged', '2025-08-11', rate(10, 'CHN'), GAZETTE);
  await fixture.fact('TariffChanged', '2025-08', rate(30, 'CHN'), GAZETTE);
  await fixture.fact('TariffChanged', '2025-08', rate(25, 'CAN'), GAZETTE);
  await other.fact('TariffChanged', '2025-08-11', rate(25, 'MEX'), GAZETTE);
}, 120_000);

const read = async (query: string) => bodyOf(ItemsBody, await server.get(`/v1/views/tariffs?${query}`));
const subjects = async (query: string) => (await read(query)).items.map((item) => item.subject);

describe('a list of a view', () => {
  it.each<[string, string[]]>([
    ['', [...CERTAIN, UNCERTAIN].sort()],
    ['dateUncertain=true', [UNCERTAIN]],
    ['dateUncertain=false', CERTAIN],
    ['dateUncertain=true&story=uncertain', [UNCERTAIN]],
    ['dateUncertain=true&story=certain', []],
    ['dateUncertain=false&story=uncertain', ['USA>CAN:all']],
    ['dateUncertain=false&party=MEX', ['USA>MEX:all']],
    ['dateUncertain=true&party=MEX', []],
    ['dateUncertain=true&reportedAsOf=2025-12-01', [UNCERTAIN]],
    ['dateUncertain=true&asOf=2025-07', []],
    ['dateUncertain=true&recordedAsOf=@3', []],
    ['dateUncertain=false&recordedAsOf=@3', [UNCERTAIN]],
  ])('with %s has %j', async (query, expected) => expect(await subjects(query)).toEqual(expected));

  it('has the same on pages of one item, and as CSV', async () => {
    const found: unknown[] = [];
    for (let query: string | null = 'dateUncertain=false&limit=1'; query !== null;) {
      const part: string = query;
      const page = await read(part);
      found.push(...page.items.map((item) => item.subject));
      query = page.next === null ? null : `cursor=${page.next}`;
    }
    expect(found).toEqual(CERTAIN);
    const csv = (await server.get('/v1/views/tariffs?dateUncertain=true&format=csv')).text.trim().split('\r\n');
    expect(csv.slice(1).map((line) => line.split(',', 1)[0])).toEqual([UNCERTAIN]);
  });
});
