/**
 * Draws docs/time/two-clocks.svg: one tariff on two clocks, from the rows of a server's database. Records its small
 * example first, if the server does not have it yet:
 *
 *   export DATABASE_URL=postgres://… DATELINE_ADMIN_KEY=…
 *   node scripts/draw-clocks.mjs http://127.0.0.1:3000 > docs/time/two-clocks.svg
 *
 * DATABASE_URL is the server's own. The rows are read from the database, since no response has them.
 */
import pg from 'pg';

const STORY = 'two-clocks';
const SUBJECT = 'NOR>ISL:lamb';
const CUT = '01980000-0000-7000-8000-000000000001';

const [server = 'http://127.0.0.1:3000'] = process.argv.slice(2);

/** The first and the last day of the picture, and the day of the vertical cut. */
const BEGIN = Date.UTC(2025, 2, 1);
const END = Date.UTC(2025, 8, 1);
const CUT_DAY = Date.UTC(2025, 5, 26, 12);

const FONT = `font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif"`;
/** The hatching of a contested box. */
const DOUBT =
  '<pattern id="doubt" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<path d="M0 0V8" stroke="#c92a2a" stroke-opacity="0.2" stroke-width="4"/></pattern>';
const ARROW =
  '<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">' +
  '<path d="M0 0L8 4L0 8z" fill="#1864ab"/></marker>';

/** The state before the first row. */
const NOTHING = { validFrom: BEGIN, ratePercent: null, contested: false };

/** What the desk records, one request each, and its label in the picture. */
const requests = [
  {
    label: ['Harbour Wire:', '25 percent from 1 April'],
    path: 'events',
    body: rate(25, '2025-04-01', 'Harbour Wire', '2025-04-02'),
  },
  {
    label: ['Harbour Wire:', 'cut to 10 percent on 1 July'],
    path: 'events',
    body: { id: CUT, ...rate(10, '2025-07-01', 'Harbour Wire', '2025-07-03') },
  },
  {
    label: ['Evening Ledger, read late:', '40 percent from 10 May'],
    path: 'events',
    body: rate(40, '2025-05-10', 'Evening Ledger', '2025-05-11'),
  },
  {
    label: ['Evening Ledger:', 'the cut came on 1 June'],
    path: `events/${CUT}/corroboration`,
    body: { occurredAt: '2025-06-01', source: source('Evening Ledger', '2025-07-04') },
  },
  {
    label: ['Customs Gazette confirms:', 'it came on 1 June'],
    path: `events/${CUT}/corroboration`,
    body: { occurredAt: '2025-06-01', certainty: 'confirmed', source: source('Customs Gazette', '2025-07-10') },
  },
];

function rate(ratePercent, occurredAt, publisher, publishedAt) {
  const data = { imposedBy: 'NOR', appliesTo: 'ISL', measure: 'lamb', ratePercent };
  return { type: 'TariffChanged', story: STORY, occurredAt, data, source: source(publisher, publishedAt) };
}

function source(publisher, publishedAt) {
  return {
    publisher,
    publishedAt,
    url: `https://example.org/${publisher.toLowerCase().replace(' ', '-')}/${publishedAt}`,
  };
}

await recordExample();
process.stdout.write(picture(await positions(), await rows()));

async function recordExample() {
  const { status } = await post('stories', { slug: STORY, title: 'One tariff on two clocks' });
  if (status === 409) return;
  for (const { path, body } of requests) await post(path, body);
}

async function post(path, body) {
  const response = await fetch(`${server}/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.DATELINE_ADMIN_KEY}`,
      'content-type': 'application/json',
      prefer: 'wait=10',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok && response.status !== 409) throw new Error(`${path}: ${await response.text()}`);
  return response;
}

/** The position of each request in the log. */
async function positions() {
  const headers = { authorization: `Bearer ${process.env.DATELINE_ADMIN_KEY}` };
  const { items } = await (await fetch(`${server}/v1/events?story=${STORY}`, { headers })).json();
  return items.slice(1).map(({ position }) => position);
}

/** The rows of the tariff: each with its date, the positions between which it was believed, and its state. */
async function rows() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const found = await client.query(
    `select v.valid_from, v.known_from, v.known_to, v.item, v.state
       from view_version v join projection p on p.id = v.projection
      where p.view = 'tariffs' and p.status = 'active' and v.subject = $1
      order by v.valid_from, v.known_from`,
    [SUBJECT],
  );
  await client.end();
  return found.rows.map((row) => ({
    validFrom: Number(row.valid_from) / 1000,
    knownFrom: Number(row.known_from),
    knownTo: Number(row.known_to),
    ratePercent: JSON.parse(row.state.split('\n')[0])?.ratePercent ?? null,
    contested: row.item.disputed.some(({ contested }) => contested),
  }));
}

/**
 * Makes a box for each row and each period in which it held. The width is the period in the world, the height the
 * requests during which it was believed.
 *
 * @returns { row, from, to, first, last }: milliseconds since the epoch, and the first and the last request, from 0
 */
function boxesOf(at, all) {
  const boxes = [];
  for (const [band, position] of at.entries()) {
    const believed = all.filter(({ knownFrom, knownTo }) => knownFrom <= position && position < knownTo);
    const states = [NOTHING, ...believed];
    for (const [i, row] of states.entries()) {
      const [from, to] = [row.validFrom, states[i + 1]?.validFrom ?? END];
      const above = boxes.find((box) => box.row === row && box.from === from && box.to === to && box.last === band - 1);
      if (above) above.last = band;
      else boxes.push({ row, from, to, first: band, last: band });
    }
  }
  return boxes;
}

/** @param at the position of each request */
function picture(at, all) {
  const [width, left, right, top, band] = [1000, 282, 20, 96, 74];
  const bottom = top + band * at.length;
  const x = (time) => round(left + ((time - BEGIN) / (END - BEGIN)) * (width - left - right));
  const y = (row) => top + row * band;
  const rates = [...new Set(all.map(({ ratePercent }) => ratePercent).filter((value) => value !== null))].sort(
    (a, b) => a - b,
  );
  const colour = (ratePercent) => ['#cfe8dc', '#fbe6b0', '#f7c3a4', '#e9a3a3'][rates.indexOf(ratePercent)] ?? '#f1f3f5';

  const months = Array.from({ length: 6 }, (_, i) => Date.UTC(2025, 2 + i, 1)).map((month, i) => {
    const name = ['March', 'April', 'May', 'June', 'July', 'August'][i];
    const line = `<path d="M${x(month)} ${top - 12}V${bottom}" stroke="#dee2e6"/>`;
    return `${line}<text x="${x(month) + 7}" y="${top - 14}" fill="#495057">${name}</text>`;
  });
  const boxes = boxesOf(at, all).map(({ row, from, to, first, last }) => {
    const [x1, x2, y1, y2] = [x(from) + 1.5, x(to) - 1.5, y(first) + 1.5, y(last + 1) - 1.5];
    const frame = `x="${round(x1)}" y="${y1}" width="${round(x2 - x1)}" height="${y2 - y1}" rx="5"`;
    const [cx, cy] = [round((x1 + x2) / 2), (y1 + y2) / 2];
    return [
      `<rect ${frame} fill="${colour(row.ratePercent)}"/>`,
      row.contested ? `<rect ${frame} fill="url(#doubt)" stroke="#c92a2a" stroke-dasharray="4 3"/>` : '',
      row === NOTHING
        ? text(cx, cy + 5, 'nothing yet', '#6c757d', 14)
        : text(cx, cy + (row.contested ? -3 : 6), `${row.ratePercent} %`, '#212529', 17),
      row.contested ? text(cx, cy + 16, 'in doubt', '#a61e1e', 13) : '',
    ].join('');
  });
  const labels = requests.map(({ label: [who, what] }, i) => {
    const line = i === 0 ? '' : `<path d="M24 ${y(i)}H${left}" stroke="#dee2e6"/>`;
    const publisher = `<text x="48" y="${y(i) + 32}" fill="#495057">${who}</text>`;
    return `${line}${publisher}<text x="48" y="${y(i) + 51}" fill="#212529" font-weight="600">${what}</text>`;
  });
  const cut = x(CUT_DAY);
  const dots = requests.map(
    (_, i) => `<circle cx="${cut}" cy="${y(i) + band - 13}" r="4.5" fill="#1864ab" stroke="#fff" stroke-width="1.5"/>`,
  );

  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 66}" ${FONT} font-size="14" role="img">`,
    `<title>One tariff on two clocks: the world’s time across, the record’s time down</title>`,
    `<defs>${DOUBT}`,
    `${ARROW}</defs>`,
    `<rect width="${width}" height="${bottom + 66}" fill="#fff"/>`,
    `<text x="${left}" y="30" fill="#1864ab" font-weight="600">The world’s time: when it happened (2025)</text>`,
    `<path d="M${left} 44H${width - right}" stroke="#1864ab" stroke-width="1.5" marker-end="url(#arrow)"/>`,
    `<text x="24" y="${top - 34}" fill="#1864ab" font-weight="600">The record’s time:</text>` +
      `<text x="24" y="${top - 16}" fill="#1864ab" font-weight="600">what was put on record</text>`,
    `<path d="M30 ${top + 2}V${bottom}" stroke="#1864ab" stroke-width="1.5" marker-end="url(#arrow)"/>`,
    ...months,
    ...labels,
    ...boxes,
    `<path d="M${cut} ${top - 8}V${bottom + 12}" stroke="#1864ab" stroke-width="1.5" stroke-dasharray="5 4"/>`,
    ...dots,
    text(cut, bottom + 30, '26 June', '#1864ab', 14),
    `<text x="24" y="${bottom + 52}" fill="#495057">Across: all of the history, as the desk believed it then</text>`,
    `<text x="${cut}" y="${bottom + 52}" text-anchor="middle" fill="#495057">` +
      'Down: one day, and how the desk changed its mind about it</text>',
    '</svg>',
  ].join('\n')}\n`;
}

function text(x, y, words, fill, size) {
  const style = `text-anchor="middle" font-size="${size}" font-weight="600" fill="${fill}"`;
  return `<text x="${x}" y="${y}" ${style}>${words}</text>`;
}

function round(number) {
  return Math.round(number * 10) / 10;
}
