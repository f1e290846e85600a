import { describe, expect, it } from '@jest/globals';
import { type Draft, eventOfDraft, fieldPointer, newDraft, newId, readArticleDrafts } from './drafts.js';

const about = { article: 'an-article', text: 'The truce holds 🎉 until\n10 November.', story: 'a-story' };
const draft: Draft = newDraft({
  id: 'a',
  type: 'TruceExtended',
  passage: { start: 4, end: 24 },
  occurredAt: ' 2025-08-11 ',
  values: { truce: 'a-truce' },
});

describe('a draft', () => {
  it('is recorded as a fact, with the marked words as they stand', () => {
    expect(eventOfDraft(draft, { truce: 'a-truce' }, about)).toEqual({
      id: 'a',
      type: 'TruceExtended',
      story: 'a-story',
      occurredAt: '2025-08-11',
      certainty: 'reported',
      data: { truce: 'a-truce' },
      source: { article: 'an-article', quote: 'truce holds 🎉 until' },
    });
  });

  it('is recorded as a further account of the fact that it joins, with what it says otherwise alone', () => {
    const joins = {
      id: 'f',
      sentence: '',
      occurredAt: '2025-08-11',
      certainty: 'reported',
      data: { truce: 'a-truce' },
    };
    const joined = { ...draft, joins, attributedTo: 'Kari Holm' };
    expect(eventOfDraft(joined, { truce: 'a-truce' }, about)).toEqual({
      id: 'a',
      type: 'EventCorroborated',
      data: { target: 'f' },
      source: { article: 'an-article', quote: 'truce holds 🎉 until', attributedTo: 'Kari Holm' },
    });
    expect(eventOfDraft({ ...joined, certainty: 'claimed' }, { truce: 'b' }, about).data).toEqual({
      target: 'f',
      certainty: 'claimed',
      data: { truce: 'b' },
    });
    expect(
      ['/data/data/truce', '/data/occurredAt', '/source/quote', '/data/target'].map((at) => fieldPointer(at, true)),
    ).toEqual(['/data/truce', '/occurredAt', '/source/quote', '/data/target']);
    expect(fieldPointer('/data/data', false)).toBe('/data/data');
  });

  it('has an id of its own, a UUID', () => {
    const ids = Array.from({ length: 100 }, newId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('comes back from the storage, and whatever else stands there is left out', () => {
    const stored = { story: 'a-story', version: 3, open: 'a', drafts: [draft] };
    expect(readArticleDrafts(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
    for (const other of [null, 3, 'x', [], { drafts: 3 }]) expect(readArticleDrafts(other).drafts).toEqual([]);
    const odd = { drafts: [null, 3, { id: 5 }, { id: 'b', passage: { start: 9, end: 2 }, values: [], joins: {} }] };
    expect(readArticleDrafts(odd).drafts).toEqual([newDraft({ id: 'b' })]);
  });
});
