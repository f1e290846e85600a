import { beforeAll, describe, expect, it } from '@jest/globals';
import { ArticlesBody } from '../../apps/server/src/articles/articles.schema.js';
import { EventsBody } from '../../apps/server/src/events/event.schema.js';
import { ChangesBody } from '../../apps/server/src/stories/changes.schema.js';
import { StoriesBody } from '../../apps/server/src/stories/stories.schema.js';
import { FactsBody } from '../../apps/server/src/views/fact.schema.js';
import { ItemsBody } from '../../apps/server/src/views/views.schema.js';
import { bodyOf, openStory, PAGE, tariff } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';

interface Refused {
  code: string;
  errors?: { pointer: string; suggestion?: string }[];
}

let server: TestServer;
/** The positions of the events, in the order of the log. */
let positions: number[];
let steelEvents: string[];

const of = (imposedBy: string, appliesTo: string) => ({ imposedBy, appliesTo });

const EVENTS = [
  tariff('steel', '2025-03-12', 25, { data: { ...of('USA', 'CAN'), ratePercent: 25 } }),
  tariff('steel', '2025-06-04', 50, { data: { ...of('USA', 'CAN'), ratePercent: 50 }, certainty: 'confirmed' }),
  {
    type: 'TariffSuspended',
    story: 'steel',
    occurredAt: '2025-07-01',
    data: of('USA', 'JPN'),
    source: { ...PAGE, publisher: 'Evening Ledger' },
  },
  {
    type: 'TariffThreatened',
    story: 'grain',
    occurredAt: '2025-05-10',
    certainty: 'claimed',
    data: { ...of('CHN', 'CAN'), ratePercent: 75 },
    source: { ...PAGE, attributedTo: 'A minister' },
  },
  tariff('grain', '2025-06-20', 76, { data: { ...of('CHN', 'CAN'), ratePercent: 76 } }),
  {
    type: 'TruceAgreed',
    story: 'grain',
    occurredAt: '2025-08',
    data: { truce: 'grain-truce', parties: ['CHN', 'CAN'], validUntil: '2025-12-31' },
    source: PAGE,
  },
  { type: 'MilestoneReported', story: 'grain', occurredAt: '2025-09-01', data: { text: 'Ships left.' }, source: PAGE },
];

beforeAll(async () => {
  server = await startServer();
  await openStory(server, 'steel', { parties: ['USA', 'CAN'], topics: ['steel'] });
  await openStory(server, 'grain', { parties: ['CHN', 'CAN'], topics: ['farming'] });
  const answer = await server.post('/v1/events', EVENTS, { prefer: 'wait=20' });
  if (answer.status !== 201) throw new Error(answer.text);
  const { events } = answer.body as { events: { position: number; id: string }[] };
  positions = events.map((event) => event.position);
  steelEvents = events.slice(0, 3).map((event) => event.id);
}, 120_000);

const facts = async (path: string) => bodyOf(FactsBody, await server.get(path)).items;
const dates = async (path: string) => (await facts(path)).map((fact) => fact.occurredAt);

/** All items of a list, read by pages of two. */
async function inPages<Item>(path: string): Promise<Item[]> {
  const found: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const url = `${path}${path.includes('?') ? '&' : '?'}limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const answer = await server.get(url);
    if (answer.status !== 200) throw new Error(answer.text);
    const body = answer.body as { items: Item[]; next: string | null };
    found.push(...body.items);
    cursor = body.next;
  }
  return found;
}

const ALL = ['2025-09-01', '2025-08', '2025-07-01', '2025-06-20', '2025-06-04', '2025-05-10', '2025-03-12'];
const BACKWARDS = [...ALL].reverse();

describe('the timeline of all stories', () => {
  it('has the facts of all stories, newest first', async () => {
    expect(await dates('/v1/timeline')).toEqual(ALL);
    expect((await facts('/v1/timeline')).slice(0, 3).map((fact) => fact.story)).toEqual(['grain', 'grain', 'steel']);
  });

  it.each<[string, string[]]>([
    ['order=asc', BACKWARDS],
    ['story=steel', ['2025-07-01', '2025-06-04', '2025-03-12']],
    ['from=2025-06&to=2025-07', ['2025-07-01', '2025-06-20', '2025-06-04']],
    ['to=2025-06-04', ['2025-06-04', '2025-05-10', '2025-03-12']],
    ['to=2025-08&order=asc&from=2025-07', ['2025-07-01', '2025-08']],
    ['to=2025-08&asOf=2025-05', ['2025-05-10', '2025-03-12']],
    ['type=TruceAgreed&type=TariffSuspended', ['2025-08', '2025-07-01']],
    ['type=TruceAgreed&type=TruceAgreed', ['2025-08']],
    ['party=JPN', ['2025-07-01']],
    ['party=JPN&party=CHN', ['2025-08', '2025-07-01', '2025-06-20', '2025-05-10']],
    ['certainty=claimed', ['2025-05-10']],
    ['certainty=confirmed', ['2025-06-04']],
    ['certainty=confirmed&certainty=claimed', ['2025-06-04', '2025-05-10']],
    ['certainty=claimed&certainty=claimed', ['2025-05-10']],
    ['certainty=claimed&certainty=reported&type=TariffChanged', ['2025-06-20', '2025-03-12']],
    ['certainty=claimed&certainty=reported&certainty=confirmed', ALL],
    ['certainty=reported&type=TariffChanged', ['2025-06-20', '2025-03-12']],
    ['view=truces', ['2025-08']],
    ['view=truces&view=tariffs&story=grain', ['2025-08', '2025-06-20', '2025-05-10']],
    ['view=truces&type=TariffChanged', []],
    ['view=tariffs&subject=CHN%3ECAN%3Aall', ['2025-06-20', '2025-05-10']],
    ['view=tariffs&subject=CHN%3ECAN%3Aall&order=asc', ['2025-05-10', '2025-06-20']],
    ['publisher=Evening+Ledger', ['2025-07-01']],
    ['publisher=Nobody', []],
    ['person=Nobody', []],
  ])('with %s has the facts of %j', async (query, expected) => {
    expect(await dates(`/v1/timeline?${query}`)).toEqual(expected);
    // All had been published by then: the press's clock leaves nothing out, and takes another way through the code.
    expect(await dates(`/v1/timeline?${query}&reportedAsOf=2025-11`)).toEqual(expected);
  });

  it('has nothing that had not been published', async () => {
    expect(await dates('/v1/timeline?reportedAsOf=2025-10-25')).toEqual([]);
  });

  it.each([
    '',
    'order=asc',
    'party=CHN&party=USA&type=TariffChanged',
    'reportedAsOf=2025-11&order=asc',
    'view=tariffs',
  ])('with %s has the same facts page by page', async (query) => {
    const whole = await facts(`/v1/timeline?${query}`);
    expect(await inPages(`/v1/timeline?${query}`)).toEqual(whole);
  });

  it('has retracted facts where they are requested, in both orders and on both ways', async () => {
    await openStory(server, 'withdrawn');
    const wrong = tariff('withdrawn', '2025-06-10', 5, { data: { ...of('GBR', 'FRA'), ratePercent: 5 } });
    const { events } = (await server.post('/v1/events', wrong)).body as { events: { id: string }[] };
    const path = `/v1/events/${events[0]?.id}/retraction`;
    expect((await server.post(path, { reason: 'It was wrong.' }, { prefer: 'wait=10' })).status).toBe(201);
    for (const way of ['', '&reportedAsOf=2025-11', '&order=asc']) {
      expect(await dates(`/v1/timeline?party=GBR${way}`)).toEqual([]);
      expect(await dates(`/v1/timeline?party=GBR&include=retracted${way}`)).toEqual(['2025-06-10']);
    }
    expect(await dates('/v1/timeline?reportedAsOf=2025-11&include=retracted&from=2025-06&to=2025-06')).toEqual([
      '2025-06-20',
      '2025-06-10',
      '2025-06-04',
    ]);
  });
});

it('a timeline of all stories at an earlier point of the record has a fact once that was corrected since', async () => {
  await openStory(server, 'corrected-since');
  const fact = tariff('corrected-since', '2025-06-12', 5, { data: { ...of('ITA', 'ESP'), ratePercent: 5 } });
  const { position, events } = (await server.post('/v1/events', fact, { prefer: 'wait=10' })).body as {
    position: number;
    events: { id: string }[];
  };
  const path = `/v1/events/${events[0]?.id}/correction`;
  const correction = { occurredAt: '2025-06-13', reason: 'A slip.' };
  expect((await server.post(path, correction, { prefer: 'wait=10' })).status).toBe(201);
  const query = '/v1/timeline?party=ITA&reportedAsOf=2025-11';
  expect(await dates(`${query}&recordedAsOf=@${position}`)).toEqual(['2025-06-12']);
  expect(await dates(query)).toEqual(['2025-06-13']);
});

describe('the timeline of a story, and the facts of a subject', () => {
  it('have both orders', async () => {
    expect(await dates('/v1/stories/steel/timeline?order=asc')).toEqual(['2025-03-12', '2025-06-04', '2025-07-01']);
    expect(await inPages('/v1/stories/steel/timeline?order=asc')).toHaveLength(3);
    const path = '/v1/views/tariffs/USA%3ECAN%3Aall/facts';
    for (const way of ['', '&reportedAsOf=2025-11']) {
      expect(await dates(`${path}?order=asc${way}`)).toEqual(['2025-03-12', '2025-06-04']);
      expect(await dates(`${path}?order=desc${way}`)).toEqual(['2025-06-04', '2025-03-12']);
    }
  });
});

describe('the items of a view', () => {
  const subjects = async (query: string) =>
    bodyOf(ItemsBody, await server.get(`/v1/views/${query}`)).items.map((item) => item.subject);

  it.each<[string, string[]]>([
    ['tariffs?status=in_force&story=steel', ['USA>CAN:all']],
    ['tariffs?status=suspended', ['USA>JPN:all']],
    ['tariffs?status=lifted', []],
    ['tariffs?imposedBy=USA', ['USA>CAN:all', 'USA>JPN:all']],
    ['tariffs?appliesTo=CAN', ['CHN>CAN:all', 'USA>CAN:all']],
    ['tariffs?appliesTo=CAN&imposedBy=CHN', ['CHN>CAN:all']],
    ['tariffs?imposedBy=CAN', []],
    ['tariffs?party=JPN&party=CHN', ['CHN>CAN:all', 'USA>JPN:all']],
    ['tariffs?party=CAN&status=in_force&imposedBy=USA&asOf=2025-04', ['USA>CAN:all']],
    ['tariffs?appliesTo=CAN&reportedAsOf=2025-11', ['CHN>CAN:all', 'USA>CAN:all']],
    ['truces?status=in_force&asOf=2025-10', ['grain-truce']],
    ['truces?status=expired&asOf=2026-01', ['grain-truce']],
    ['truces?status=expired&asOf=2025-10', []],
    ['stories?status=open&party=USA', ['steel']],
  ])('with %s are %j', async (query, expected) => expect(await subjects(query)).toEqual(expected));

  it('have the same items page by page', async () => {
    const all = await inPages<{ subject: string }>('/v1/views/tariffs?appliesTo=CAN');
    expect(all.map(({ subject }) => subject)).toEqual(['CHN>CAN:all', 'USA>CAN:all']);
  });
});

describe('the changes of all stories', () => {
  const changed = async (query: string) => {
    const { items } = bodyOf(ChangesBody, await server.get(`/v1/changes?${query}`));
    return items.map(({ view, subject }) => `${view} ${subject}`);
  };

  it.each<[string, string[]]>([
    ['from=2025-05&to=2025-06', ['tariffs CHN>CAN:all', 'tariffs ITA>ESP:all', 'tariffs USA>CAN:all']],
    ['from=2025-05&to=2025-06&story=grain', ['tariffs CHN>CAN:all']],
    ['from=2025-06&to=2025-10', ['tariffs USA>JPN:all', 'truces grain-truce']],
    ['from=2025-06&to=2025-10&view=truces&view=deals', ['truces grain-truce']],
    ['from=2025-12&to=2026-01', ['truces grain-truce']],
    ['from=2026-02&to=2026-03', []],
    ['from=2025-10-25&to=2025-10-26&clock=reportedAsOf&view=truces', ['truces grain-truce']],
    ['from=@1&clock=recordedAsOf&view=stories', ['stories corrected-since', 'stories grain', 'stories withdrawn']],
  ])('with %s are %j', async (query, expected) => expect(await changed(query)).toEqual(expected));

  it('name the events in between, and have pages', async () => {
    const { items, from, to } = bodyOf(ChangesBody, await server.get('/v1/changes?from=2025-05&to=2025-06'));
    expect(items.find(({ subject }) => subject === 'USA>CAN:all')).toMatchObject({
      before: { state: { ratePercent: 25 } },
      after: { state: { ratePercent: 50 } },
      events: [steelEvents[1]],
    });
    expect([from.asOf, to.asOf]).toEqual(['2025-05-31T23:59:59.999999Z', '2025-06-30T23:59:59.999999Z']);
    expect(await inPages('/v1/changes?from=2025-01&to=2025-12')).toEqual(
      bodyOf(ChangesBody, await server.get('/v1/changes?from=2025-01&to=2025-12')).items,
    );
  });

  it('of one story can be those of some views', async () => {
    const { items } = bodyOf(
      ChangesBody,
      await server.get('/v1/stories/grain/changes?from=2025-06&to=2025-10&view=truces'),
    );
    expect(items.map(({ subject }) => subject)).toEqual(['grain-truce']);
  });
});

describe('the log', () => {
  const listed = async (query: string) =>
    bodyOf(EventsBody, await server.get(`/v1/events?${query}`)).items.map((event) => event.position);

  it('is read backwards, with all filters and page by page', async () => {
    const forwards = await listed('limit=200');
    expect(await listed('order=desc&limit=200')).toEqual([...forwards].reverse());
    const backwards = await inPages<{ position: number }>('/v1/events?order=desc&after=2');
    expect(backwards.map(({ position }) => position)).toEqual(forwards.filter((one) => one > 2).reverse());
    const changes = await inPages<{ position: number }>('/v1/events?order=desc&type=TariffChanged&story=steel');
    expect(changes.map(({ position }) => position)).toEqual([positions[1], positions[0]]);
    const ofStory = await inPages<{ type: string }>('/v1/events?order=desc&story=steel');
    expect(ofStory.map(({ type }) => type)).toEqual([
      'TariffSuspended',
      'TariffChanged',
      'TariffChanged',
      'StoryOpened',
    ]);
  });

  it('has the events of some types', async () => {
    expect(await listed('type=TariffSuspended&type=TruceAgreed')).toEqual([positions[2], positions[5]]);
    expect(await listed('type=TariffSuspended&type=TruceAgreed&order=desc')).toEqual([positions[5], positions[2]]);
    expect(await listed('type=TariffSuspended&type=TruceAgreed&story=grain')).toEqual([positions[5]]);
  });

  it('has the events that were recorded between two dates', async () => {
    const all = bodyOf(EventsBody, await server.get('/v1/events?limit=200')).items;
    const at = all.find((event) => event.position === positions[0])?.recordedAt ?? '';
    const recordedBy = all.filter((event) => event.recordedAt <= at).map((event) => event.position);
    const encoded = encodeURIComponent(at);
    expect(await listed(`to=${encoded}&limit=200`)).toEqual(recordedBy);
    expect(await listed(`from=${encoded}&limit=200`)).toEqual(
      all.filter((event) => event.recordedAt >= at).map((event) => event.position),
    );
    expect(await listed(`from=${encoded}&to=${encoded}&order=desc`)).toEqual([...positions].reverse());
    expect(await inPages(`/v1/events?from=${encoded}&to=${encoded}&order=desc`)).toHaveLength(positions.length);
    expect(await listed('to=2020')).toEqual([]);
    expect(await listed('from=2199')).toEqual([]);
  });
});

describe('the articles', () => {
  it('are found by their address, in both orders', async () => {
    const file = async (url: string, body: string) => {
      const article = { url, headline: 'A headline', publisher: 'Gazette', body };
      return ((await server.post('/v1/articles', article)).body as { id: string }).id;
    };
    const [one, two] = ['https://example.org/one?a=1&b=2', 'https://example.org/two'];
    const revisions = [await file(one, 'First.'), await file(one, 'Second.'), await file(one, 'Third.')];
    await file(two, 'Another.');
    const query = `url=${encodeURIComponent(one)}`;
    const ids = (items: { id: string }[]) => items.map(({ id }) => id);
    expect(ids(bodyOf(ArticlesBody, await server.get(`/v1/articles?${query}`)).items)).toEqual(
      [...revisions].reverse(),
    );
    expect(ids(await inPages(`/v1/articles?${query}&order=asc`))).toEqual(revisions);
    const everything = await inPages<{ id: string }>('/v1/articles');
    expect(ids(await inPages('/v1/articles?order=asc'))).toEqual(ids(everything).reverse());
    expect(bodyOf(ArticlesBody, await server.get('/v1/articles?url=https://example.org/none')).items).toEqual([]);
    await server.post('/v1/events', { ...EVENTS[6], source: { article: revisions[1] } }, { prefer: 'wait=10' });
    const cited = bodyOf(ArticlesBody, await server.get(`/v1/articles?story=grain&${query}`));
    expect(ids(cited.items)).toEqual([revisions[1]]);
    const elsewhere = `/v1/articles?story=grain&url=${encodeURIComponent(two)}`;
    expect(bodyOf(ArticlesBody, await server.get(elsewhere)).items).toEqual([]);
  });
});

describe('the stories', () => {
  it('are filtered by one of several parties', async () => {
    const slugs = async (query: string) =>
      bodyOf(StoriesBody, await server.get(`/v1/stories?${query}`))
        .items.map((story) => story.slug)
        .sort();
    expect(await slugs('party=USA&party=CHN')).toEqual(['grain', 'steel']);
    expect(await slugs('party=USA&party=CHN&topic=steel')).toEqual(['steel']);
    expect(await slugs('topic=nothing')).toEqual([]);
  });
});

describe('a word that is not in its closed list', () => {
  it.each([
    ['/v1/timeline?type=tariffchanged', '/type', 'TariffChanged'],
    ['/v1/timeline?type=TruceAgreed&type=TarifChanged', '/type', 'TariffChanged'],
    ['/v1/stories/steel/timeline?type=truce-agreed', '/type', 'TruceAgreed'],
    ['/v1/timeline?party=China', '/party', 'CHN'],
    ['/v1/timeline?party=US', '/party', 'USA'],
    ['/v1/timeline?view=tariff', '/view', 'tariffs'],
    ['/v1/timeline?view=nothing&subject=x', '/view', expect.any(String)],
    ['/v1/timeline?certainty=confirm', '/certainty', 'confirmed'],
    ['/v1/timeline?order=descending', '/order', 'desc'],
    ['/v1/timeline?partie=CHN', '/partie', 'party'],
    ['/v1/stories?party=usa', '/party', 'USA'],
    ['/v1/views/tariffs?party=can', '/party', 'CAN'],
    ['/v1/views/tariffs?status=in-force', '/status', 'in_force'],
    ['/v1/views/truces?status=suspended', '/status', expect.any(String)],
    ['/v1/views/tariffs?imposedBy=Japan', '/imposedBy', 'JPN'],
    ['/v1/views/truces?imposedBy=USA', '/imposedBy', 'party'],
    ['/v1/views/deals?appliesTo=USA', '/appliesTo', 'party'],
    ['/v1/views/tariffs?imposedby=USA', '/imposedby', 'imposedBy'],
    ['/v1/disputes?view=Tariffs', '/view', 'tariffs'],
    ['/v1/events?type=MeetingHold', '/type', 'MeetingHeld'],
    ['/v1/events/stream?type=statementmade', '/type', 'StatementMade'],
    ['/v1/changes?from=2025&view=truce', '/view', 'truces'],
  ])('is refused, with the nearest that is: %s', async (path, pointer, suggestion) => {
    const answer = await server.get(path);
    const { code, errors } = answer.body as Refused;
    expect([answer.status, code, errors]).toEqual([
      400,
      'bad-parameter',
      [{ pointer, detail: expect.any(String), suggestion }],
    ]);
  });

  it('is refused with every other word that is wrong', async () => {
    const { errors } = (await server.get('/v1/timeline?type=tarifchanged&type=trucebroke&party=Chnia')).body as Refused;
    expect(errors?.map(({ pointer, suggestion }) => [pointer, suggestion])).toEqual([
      ['/type', 'TariffChanged'],
      ['/type', 'TruceBroken'],
      ['/party', 'CHN'],
    ]);
  });
});

describe('a filter by a story that there is not', () => {
  it.each([
    '/v1/timeline?story=never',
    '/v1/changes?from=2025&story=never',
    '/v1/views/tariffs?story=never',
    '/v1/disputes?story=never',
    '/v1/deadlines?story=never',
    '/v1/events?story=never',
    '/v1/events/stream?story=never',
    '/v1/articles?story=never',
    '/v1/export?story=never',
    '/v1/views/tariffs?story=grain&recordedAsOf=@1',
    '/v1/timeline?story=grain&recordedAsOf=@1',
  ])('is not found: %s', async (path) => {
    const answer = await server.get(path);
    expect([answer.status, (answer.body as Refused).code]).toEqual([404, 'not-found']);
  });
});

describe('parameters that do not fit', () => {
  it.each([
    ['/v1/timeline?person=a&person=b', '/person'],
    ['/v1/timeline?story=steel&story=grain', '/story'],
    ['/v1/timeline?order=asc&order=desc', '/order'],
    ['/v1/timeline?from=2025-06&to=2025-05', '/from'],
    ['/v1/timeline?to=soon', '/to'],
    ['/v1/timeline?type=', '/type'],
    ['/v1/timeline?party=%00', '/party'],
    ['/v1/timeline?view=tariffs&view=truces&subject=x', '/view'],
    ['/v1/timeline?subject=x', '/view'],
    ['/v1/views/tariffs?status=in_force&status=lifted', '/status'],
    ['/v1/views/tariffs?imposedBy=USA&imposedBy=CHN', '/imposedBy'],
    ['/v1/views/tariffs?order=asc', '/order'],
    ['/v1/events?from=2025-06&to=2025-05', '/from'],
    ['/v1/events?order=backwards', '/order'],
    ['/v1/changes?to=2025', '/from'],
    ['/v1/changes?from=2025&to=2024', '/from'],
    ['/v1/articles?url=a&url=b', '/url'],
    ['/v1/articles?url=%00', '/url'],
  ])('are refused: %s', async (path, pointer) => {
    const answer = await server.get(path);
    const { code, errors } = answer.body as Refused;
    expect([answer.status, code, errors?.[0]?.pointer]).toEqual([400, 'bad-parameter', pointer]);
  });

  it('a cursor goes on with its own repeated parameters, and with no others', async () => {
    const path = '/v1/timeline?party=CHN&party=USA';
    const { next } = bodyOf(FactsBody, await server.get(`${path}&limit=1`));
    expect((await server.get(`/v1/timeline?cursor=${next}`)).status).toBe(200);
    expect((await server.get(`${path}&cursor=${next}`)).status).toBe(200);
    for (const other of ['party=CHN', 'party=USA&party=CHN', 'party=CHN&party=USA&party=JPN'])
      expect(await server.get(`/v1/timeline?${other}&cursor=${next}`)).toMatchObject({
        status: 400,
        body: { code: 'bad-cursor' },
      });
  });
});
