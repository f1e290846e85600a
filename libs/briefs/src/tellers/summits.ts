import { sentence } from '#catalogue/wording/sentence.js';
import { placeOfSummit, summitNamed } from '#catalogue/wording/summits.js';
import type { Summit } from '#views/summits.js';
import { citing } from '../sentence.js';
import { fragment } from '../wording/fragment.js';
import { latest, type Teller } from '../told.js';

export const summits: Teller<Summit> = {
  holds({ facts, state, dates }) {
    const opened = latest(facts, ['SummitOpened']);
    if (state.status !== 'open' || !opened) return [];
    const text = sentence(summitNamed(opened.data), 'is open', placeOfSummit(opened.data), ', having begun', dates.on(opened.occurredAt));
    return [citing(text, [opened])];
  },

  holdsBy: () => ['status', 'edition', 'host', 'place'],

  comes({ facts, state, dates }) {
    const told = latest(facts, ['SummitOpened'], ({ until }) => until !== undefined && until === state.until);
    if (state.status !== 'open' || state.until === null || !told) return [];
    const { name, edition } = told.data;
    const text = sentence('the last day of', summitNamed({ name, edition }), 'is', dates.named(state.until));
    return [{ date: state.until, by: ['until'], ...citing(text, [told]) }];
  },

  inShort({ facts, state }) {
    const opened = latest(facts, ['SummitOpened']);
    if (state.status !== 'open' || !opened) return null;
    const { name, place } = opened.data;
    return { about: name, text: fragment('under way', placeOfSummit({ name, place })), since: opened.occurredAt };
  },
};
