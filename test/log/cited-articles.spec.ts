import { beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { v4 as uuid } from 'uuid';
import { Appender } from '#log/append/appender.js';
import { verifyLog, type VerifyProgress } from '#log/verify/verify-log.js';
import { asOwner, milestone, opened, openLog, type LogDatabase } from '../support/log.js';

let log: LogDatabase;

async function verdict(): Promise<VerifyProgress | undefined> {
  let last: VerifyProgress | undefined;
  for await (const step of verifyLog(log.pool)) last = step;
  return last;
}

/** Tampers with the log as a person with the owner's rights could, who can disable the triggers. */
const tamper = (...statements: string[]): Promise<void> =>
  asOwner(log.ownerUrl, async (owner) => {
    await owner.query('alter table event disable trigger all');
    for (const statement of statements) await owner.query(statement);
    await owner.query('alter table event enable trigger all');
  });

describe('verify and the articles', () => {
  const sha256 = (body: string) => createHash('sha256').update(body).digest('hex');
  const [cited, uncited] = [uuid(), uuid()];
  const file = (id: string, body: string) =>
    `insert into article (id, url, revision, sha256, headline, publisher, body, filed_by)
     values ('${id}', 'https://example.org/${id}', 1, '${sha256(body)}', 'A headline', 'A paper', '${body}', 'editor')`;
  const page = { url: `https://example.org/${cited}`, publisher: 'A paper' };

  beforeEach(async () => {
    log = await openLog();
    await tamper(file(cited, 'What “happened”, in all its length.'), file(uncited, 'Another text.'));
    const source = { ...page, article: cited, sha256: sha256('What “happened”, in all its length.') };
    const appender = new Appender(log.pool);
    await appender.append({ events: [opened('a'), milestone('a')], recordedBy: 'editor' });
    for (let i = 0; i < 2; i++) await appender.append({ events: [milestone('a', { source })], recordedBy: 'editor' });
  });

  it('accepts articles as they were filed, and those whose bodies were erased or never filed', async () => {
    expect(await verdict()).toMatchObject({ kind: 'verified', verified: 4 });
    await tamper(
      `update article set body = null, erased_reason = 'asked for' where id = '${cited}'`,
      `update article set body = null where id = '${uncited}'`,
    );
    expect(await verdict()).toMatchObject({ kind: 'verified', verified: 4 });
  });

  it.each([
    [
      'a changed word in the body of a cited article',
      3,
      'body-differs',
      cited,
      (id: string) => `update article set body = replace(body, 'length', 'Length') where id = '${id}'`,
    ],
    [
      'a changed word in the body of an article that nothing cites',
      0,
      'body-differs',
      uncited,
      (id: string) => `update article set body = body || '.' where id = '${id}'`,
    ],
    [
      'an erased body that is still stored',
      3,
      'erased-body-kept',
      cited,
      (id: string) => `update article set erased_reason = 'asked for' where id = '${id}'`,
    ],
    [
      'another text with a matching sha256',
      3,
      'article-differs',
      cited,
      (id: string) => `update article set body = 'x', sha256 = '${sha256('x')}' where id = '${id}'`,
    ],
    ['an article that is gone', 3, 'article-missing', cited, (id: string) => `delete from article where id = '${id}'`],
  ])('finds %s', async (_name, position, reason, article, statement) => {
    await tamper(statement(article));
    expect(await verdict()).toEqual({
      kind: 'broken',
      position,
      reason,
      article,
      problem: expect.any(String) as unknown,
    });
  });

  it('finds an event that cites something that is no article id', async () => {
    await new Appender(log.pool).append({
      events: [milestone('a', { source: { ...page, article: 'nothing' } })],
      recordedBy: 'editor',
    });
    expect(await verdict()).toMatchObject({
      kind: 'broken',
      position: 5,
      reason: 'article-missing',
      article: 'nothing',
    });
  });

  it('reports the problem that comes first in the log', async () => {
    await tamper(`update event set recorded_by = 'x' where position = 4`, `delete from article where id = '${cited}'`);
    expect(await verdict()).toMatchObject({ position: 3, reason: 'article-missing' });
    await tamper(`update event set recorded_by = 'x' where position = 2`);
    expect(await verdict()).toMatchObject({ position: 2, reason: 'chain-broken' });
  });

  it('checks many articles, page by page', async () => {
    await tamper(
      `insert into article (id, url, revision, sha256, headline, publisher, body, filed_by)
       select gen_random_uuid(), 'https://example.org/' || n, 1,
              encode(sha256(convert_to('text ' || n, 'UTF8')), 'hex'), 'A headline', 'A paper', 'text ' || n, 'editor'
         from generate_series(1, 1000) n`,
    );
    const lines: VerifyProgress[] = [];
    for await (const step of verifyLog(log.pool)) lines.push(step);
    expect(lines.slice(1, -1)).toEqual(
      [200, 400, 600, 800, 1000].map((articles) => ({ kind: 'progress', verified: 4, of: 4, articles })),
    );
    expect(lines.at(-1)).toMatchObject({ kind: 'verified' });
    await tamper(`update article set body = 'text' where url = 'https://example.org/777'`);
    expect(await verdict()).toMatchObject({ kind: 'broken', position: 0, reason: 'body-differs' });
  });
});
