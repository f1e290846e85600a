import { describe, expect, it } from '@jest/globals';
import { FailedAttempts } from './failed-attempts.js';
import { Authenticator, type RequiredAccess } from './authenticator.js';
import type { Identity } from './identity.js';

const holders: Record<string, Identity> = {
  'reading-key': { name: 'rita', role: 'reader' },
  'editing-key': { name: 'ed', role: 'editor' },
  'admin key with spaces': { name: 'ada', role: 'admin' },
  schlüssel: { name: 'uwe', role: 'admin' },
};

function authenticator(publicRead = false, now = (): number => 0): Authenticator {
  return new Authenticator(
    {
      authenticate: (token) => holders[token] ?? null,
      resume: (token) => (token === 'session-of-ada' ? (holders['admin key with spaces'] ?? null) : null),
      publicRead,
      onFailed: () => undefined,
    },
    new FailedAttempts({ limit: 2, windowMs: 60_000, addresses: 10 }),
    now,
  );
}

const authenticate = (by: Authenticator, access: RequiredAccess, key?: string, address = '10.0.0.1') =>
  by.authenticate(access, {
    authorization: key === undefined ? undefined : `Bearer ${key}`,
    session: undefined,
    address,
  });

const refusal = (code: string) => expect.objectContaining({ code });

describe('the authenticator', () => {
  it.each<[RequiredAccess, string]>([
    ['reader', 'reading-key'],
    ['reader', 'editing-key'],
    ['editor', 'editing-key'],
    ['admin', 'admin key with spaces'],
  ])('accepts a role that is high enough: %s with the %s', (access, key) =>
    expect(authenticate(authenticator(), access, key)).toBe(holders[key]),
  );

  it.each<[RequiredAccess, string]>([
    ['editor', 'reading-key'],
    ['admin', 'editing-key'],
  ])('refuses a role that is too low: %s with the %s', (access, key) =>
    expect(() => authenticate(authenticator(), access, key)).toThrow(refusal('forbidden')),
  );

  it('refuses a request without a key, and names the scheme', () => {
    expect(() => authenticate(authenticator(), 'reader')).toThrow(
      expect.objectContaining({ code: 'unauthenticated', headers: { 'www-authenticate': 'Bearer realm="dateline"' } }),
    );
  });

  it('needs no key for public reading, and only for that', () => {
    expect(authenticate(authenticator(true), 'reader')).toBeNull();
    expect(() => authenticate(authenticator(true), 'editor')).toThrow(refusal('unauthenticated'));
  });

  it('refuses an invalid key even where none is needed', () => {
    expect(() => authenticate(authenticator(true), 'reader', 'wrong')).toThrow(refusal('unauthenticated'));
  });

  it('lets nobody pass where a route takes requests without a key, and still checks a key that is sent', () => {
    const credentials = { session: undefined, address: 'a', keyless: true };
    const ask = (authorization: string | undefined, session?: string) =>
      authenticator().authenticate('reader', { ...credentials, authorization, session });
    expect(ask(undefined)).toBeNull();
    expect(ask(undefined, 'ended')).toBeNull();
    expect(ask(undefined, 'session-of-ada')).toBe(holders['admin key with spaces']);
    expect(() => ask('Bearer wrong')).toThrow(refusal('unauthenticated'));
  });

  it('ignores keys on open routes', () => expect(authenticate(authenticator(), 'open', 'wrong')).toBeNull());

  it.each(['Basic YTpi', 'Digest a', 'Bearer', 'Bearer ', 'reading-key', 'bearerreading-key'])(
    'accepts only a bearer key, not "%s"',
    (authorization) => {
      expect(() => authenticator().authenticate('reader', { authorization, session: undefined, address: 'a' })).toThrow(
        refusal('unauthenticated'),
      );
    },
  );

  describe('with HTTP Basic', () => {
    const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
    const send = (authorization: string, method: string, on = authenticator(), offersBasic = false) =>
      on.authenticate('reader', { authorization, session: undefined, address: 'a', method, offersBasic });

    it.each(['GET', 'HEAD'])('takes the password as the key in %s, whatever the user name', (method) => {
      for (const pair of ['calendar:reading-key', ':reading-key', 'münchen:reading-key'])
        expect(send(basic(pair), method)).toBe(holders['reading-key']);
      expect(send(basic('any:schlüssel').replace('Basic', 'bASIC  '), method)).toBe(holders['schlüssel']);
    });

    it.each(['POST', 'DELETE', 'PUT', 'PATCH', 'OPTIONS', ''])('takes none in %s', (method) =>
      expect(() => send(basic('any:admin key with spaces'), method)).toThrow(refusal('unauthenticated')),
    );

    it.each([basic('reading-key'), basic('reading-key:'), 'Basic', 'Basic reading-key', 'Basic \u00e9', 'Basic  '])(
      'refuses "%s"',
      (authorization) => expect(() => send(authorization, 'GET')).toThrow(refusal('unauthenticated')),
    );

    it('counts a wrong password as a failed attempt', () => {
      const on = authenticator();
      for (const guess of ['one', 'two'])
        expect(() => send(basic(`me:${guess}`), 'GET', on)).toThrow(refusal('unauthenticated'));
      expect(() => send(basic('me:reading-key'), 'GET', on)).toThrow(refusal('rate-limited'));
    });

    it('is offered beside Bearer only where it is to be', () => {
      const challenge = (headers: unknown) => expect.objectContaining({ headers: { 'www-authenticate': headers } });
      const invalid = 'Bearer realm="dateline", error="invalid_token"';
      const offered = 'Basic realm="dateline", charset="UTF-8"';
      expect(() => send(basic('me:wrong'), 'GET')).toThrow(challenge(invalid));
      expect(() => send(basic('me:wrong'), 'GET', undefined, true)).toThrow(challenge([offered, invalid]));
      expect(() =>
        authenticator().authenticate('reader', {
          authorization: undefined,
          session: undefined,
          address: 'a',
          offersBasic: true,
        }),
      ).toThrow(challenge([offered, 'Bearer realm="dateline"']));
    });
  });

  it('decodes the header as UTF-8, and accepts the scheme in any case', () => {
    const authorization = `bearer  ${Buffer.from('schlüssel').toString('latin1')} `;
    expect(authenticator().authenticate('admin', { authorization, session: undefined, address: 'a' })).toBe(
      holders['schlüssel'],
    );
  });

  it('waits for a key that is looked up asynchronously', async () => {
    const slow = new Authenticator({
      authenticate: (token) => Promise.resolve(holders[token] ?? null),
      resume: () => null,
      publicRead: false,
      onFailed: () => undefined,
    });
    await expect(authenticate(slow, 'reader', 'reading-key')).resolves.toBe(holders['reading-key']);
    await expect(authenticate(slow, 'reader', 'wrong')).rejects.toThrow(refusal('unauthenticated'));
  });
});

describe('a session', () => {
  const resume = (
    access: RequiredAccess,
    session: string,
    { publicRead = false, authorization }: { publicRead?: boolean; authorization?: string } = {},
  ) => authenticator(publicRead).authenticate(access, { authorization, session, address: '10.0.0.1' });

  it('stands for the key that it was opened with', () =>
    expect(resume('admin', 'session-of-ada')).toBe(holders['admin key with spaces']));

  it('that has ended counts as none', () => {
    expect(() => resume('reader', 'over')).toThrow(refusal('unauthenticated'));
    expect(resume('reader', 'over', { publicRead: true })).toBeNull();
  });

  it('is ignored where there is a key', () =>
    expect(() => resume('admin', 'session-of-ada', { authorization: 'Bearer reading-key' })).toThrow(
      refusal('forbidden'),
    ));
});

describe('an address that sent too many invalid keys', () => {
  const guesses = (on: Authenticator): void => {
    for (const guess of ['one', 'two'])
      expect(() => authenticate(on, 'reader', guess)).toThrow(refusal('unauthenticated'));
  };

  it('is blocked, whether its next key is valid or not', () => {
    const on = authenticator();
    guesses(on);
    const limited = expect.objectContaining({ code: 'rate-limited', headers: { 'retry-after': '60' } });
    expect(() => authenticate(on, 'reader', 'three')).toThrow(limited);
    expect(() => authenticate(on, 'reader', 'reading-key')).toThrow(limited);
    expect(authenticate(on, 'reader', 'reading-key', '10.0.0.2')).toBe(holders['reading-key']);
  });

  it('may still use the keys that were accepted from it before', () => {
    const on = authenticator();
    expect(authenticate(on, 'reader', 'reading-key')).toBe(holders['reading-key']);
    guesses(on);
    expect(authenticate(on, 'reader', 'reading-key')).toBe(holders['reading-key']);
    expect(() => authenticate(on, 'reader', 'editing-key')).toThrow(refusal('rate-limited'));
  });

  it('may try again after a minute', () => {
    let now = 0;
    const on = authenticator(false, () => now);
    guesses(on);
    now = 60_000;
    expect(authenticate(on, 'reader', 'reading-key')).toBe(holders['reading-key']);
  });

  it('is also counted for requests without a key where only a key is accepted', () => {
    const on = authenticator(true);
    const openSession = (session?: string) =>
      on.authenticate('reader', { authorization: undefined, session, address: '10.0.0.1', keyOnly: true });
    for (let i = 0; i < 5; i++)
      expect(on.authenticate('reader', { authorization: undefined, session: 'over', address: '10.0.0.1' })).toBeNull();
    for (const session of [undefined, 'session-of-ada'])
      expect(() => openSession(session)).toThrow(refusal('unauthenticated'));
    expect(() => openSession()).toThrow(refusal('rate-limited'));
    expect(() => authenticate(on, 'reader', 'reading-key')).toThrow(refusal('rate-limited'));
  });

  it('is not counted for requests without a key elsewhere', () => {
    const on = authenticator();
    for (let i = 0; i < 5; i++) expect(() => authenticate(on, 'reader')).toThrow(refusal('unauthenticated'));
    expect(authenticate(on, 'reader', 'reading-key')).toBe(holders['reading-key']);
  });
});
