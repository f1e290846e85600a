import { describe, expect, it } from '@jest/globals';
import { FailedAttempts } from './failed-attempts.js';
import { Authenticator, type RequiredAccess } from './authenticator.js';
import type { Identity } from './roles.js';

const holders: Record<string, Identity> = {
  'reading-key': { name: 'rita', role: 'reader' },
  'editing-key': { name: 'ed', role: 'editor' },
  'admin key with spaces': { name: 'ada', role: 'admin' },
  schlüssel: { name: 'uwe', role: 'admin' },
};

function gate(publicRead = false, now = (): number => 0): Authenticator {
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

const asks = (gate: Authenticator, access: RequiredAccess, key?: string, address = '10.0.0.1') =>
  gate.authenticate(access, {
    authorization: key === undefined ? undefined : `Bearer ${key}`,
    session: undefined,
    address,
  });

const refusal = (code: string) => expect.objectContaining({ code });

describe('the gate', () => {
  it.each<[RequiredAccess, string]>([
    ['reader', 'reading-key'],
    ['reader', 'editing-key'],
    ['editor', 'editing-key'],
    ['admin', 'admin key with spaces'],
  ])('lets a role pass that is high enough: %s with the %s', (access, key) =>
    expect(asks(gate(), access, key)).toBe(holders[key]),
  );

  it.each<[RequiredAccess, string]>([
    ['editor', 'reading-key'],
    ['admin', 'editing-key'],
  ])('refuses a role that is too low: %s with the %s', (access, key) =>
    expect(() => asks(gate(), access, key)).toThrow(refusal('forbidden')),
  );

  it('asks for a key, and says so', () => {
    expect(() => asks(gate(), 'reader')).toThrow(
      expect.objectContaining({ code: 'unauthenticated', headers: { 'www-authenticate': 'Bearer realm="dateline"' } }),
    );
  });

  it('needs none for reading in public, and for nothing else', () => {
    expect(asks(gate(true), 'reader')).toBeNull();
    expect(() => asks(gate(true), 'editor')).toThrow(refusal('unauthenticated'));
  });

  it('refuses a wrong key also where none is needed', () => {
    expect(() => asks(gate(true), 'reader', 'wrong')).toThrow(refusal('unauthenticated'));
  });

  it('does not look at keys on open routes', () => expect(asks(gate(), 'open', 'wrong')).toBeNull());

  it.each(['Basic YTpi', 'Bearer', 'Bearer ', 'reading-key', 'bearerreading-key'])(
    'takes a bearer key only, not "%s"',
    (authorization) => {
      expect(() => gate().authenticate('reader', { authorization, session: undefined, address: 'a' })).toThrow(
        refusal('unauthenticated'),
      );
    },
  );

  it('reads the bytes of a header as UTF-8, and the scheme in any case', () => {
    const authorization = `bearer  ${Buffer.from('schlüssel').toString('latin1')} `;
    expect(gate().authenticate('admin', { authorization, session: undefined, address: 'a' })).toBe(
      holders['schlüssel'],
    );
  });

  it('waits for keys that are looked up elsewhere', async () => {
    const slow = new Authenticator({
      authenticate: (token) => Promise.resolve(holders[token] ?? null),
      resume: () => null,
      publicRead: false,
      onFailed: () => undefined,
    });
    await expect(asks(slow, 'reader', 'reading-key')).resolves.toBe(holders['reading-key']);
    await expect(asks(slow, 'reader', 'wrong')).rejects.toThrow(refusal('unauthenticated'));
  });
});

describe('a session', () => {
  const visits = (
    access: RequiredAccess,
    session: string,
    { publicRead = false, authorization }: { publicRead?: boolean; authorization?: string } = {},
  ) => gate(publicRead).authenticate(access, { authorization, session, address: '10.0.0.1' });

  it('stands for the key that it was opened with', () =>
    expect(visits('admin', 'session-of-ada')).toBe(holders['admin key with spaces']));

  it('that is over is as none', () => {
    expect(() => visits('reader', 'over')).toThrow(refusal('unauthenticated'));
    expect(visits('reader', 'over', { publicRead: true })).toBeNull();
  });

  it('does not count beside a key', () =>
    expect(() => visits('admin', 'session-of-ada', { authorization: 'Bearer reading-key' })).toThrow(
      refusal('forbidden'),
    ));
});

describe('an address from which too many wrong keys came', () => {
  const guesses = (on: Authenticator): void => {
    for (const guess of ['one', 'two']) expect(() => asks(on, 'reader', guess)).toThrow(refusal('unauthenticated'));
  };

  it('is told to wait, whether its next guess is right or wrong', () => {
    const on = gate();
    guesses(on);
    const limited = expect.objectContaining({ code: 'rate-limited', headers: { 'retry-after': '60' } });
    expect(() => asks(on, 'reader', 'three')).toThrow(limited);
    expect(() => asks(on, 'reader', 'reading-key')).toThrow(limited);
    expect(asks(on, 'reader', 'reading-key', '10.0.0.2')).toBe(holders['reading-key']);
  });

  it('still serves who had been let in from there', () => {
    const on = gate();
    expect(asks(on, 'reader', 'reading-key')).toBe(holders['reading-key']);
    guesses(on);
    expect(asks(on, 'reader', 'reading-key')).toBe(holders['reading-key']);
    expect(() => asks(on, 'reader', 'editing-key')).toThrow(refusal('rate-limited'));
  });

  it('may try again after a minute', () => {
    let now = 0;
    const on = gate(false, () => now);
    guesses(on);
    now = 60_000;
    expect(asks(on, 'reader', 'reading-key')).toBe(holders['reading-key']);
  });

  it('counts requests without a key where the key itself is asked for, and no others', () => {
    const on = gate(true);
    const opens = (session?: string) =>
      on.authenticate('reader', { authorization: undefined, session, address: '10.0.0.1', keyOnly: true });
    for (let i = 0; i < 5; i++)
      expect(on.authenticate('reader', { authorization: undefined, session: 'over', address: '10.0.0.1' })).toBeNull();
    for (const session of [undefined, 'session-of-ada'])
      expect(() => opens(session)).toThrow(refusal('unauthenticated'));
    expect(() => opens()).toThrow(refusal('rate-limited'));
    expect(() => asks(on, 'reader', 'reading-key')).toThrow(refusal('rate-limited'));
  });

  it('does not count requests without a key', () => {
    const on = gate();
    for (let i = 0; i < 5; i++) expect(() => asks(on, 'reader')).toThrow(refusal('unauthenticated'));
    expect(asks(on, 'reader', 'reading-key')).toBe(holders['reading-key']);
  });
});
