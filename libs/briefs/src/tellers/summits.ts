import { sentence } from '#catalogue/wording/sentence.js';
import { placeOfSummit, summitNamed } from '#catalogue/wording/summits.js';
import type { Summit } from '#views/summits.js';
import { citing } from '../sentence.js';
import { latest, type Teller } from '../told.js';

export const summits: Teller<Summit> = {
  holds({ facts, state, dates }) {
    const opened = latest(facts, ['SummitOpened']);
    if (state.status !== 'open' || !opened) return [];
    const text = sentence(summitNamed(opened.data), 'is open', placeOfSummit(opened.data), `, having begun ${dates.on(opened.occurredAt)}`);
    return [citing(text, [opened])];
  },

  comes({ facts, state, dates }) {
    const told = latest(facts, ['SummitOpened'], ({ until }) => until !== undefined && until === state.until);
    if (state.status !== 'open' || state.until === null || !told) return [];
    const { name, edition } = told.data;
    const text = sentence(dates.named(state.until), 'is the last day of', summitNamed({ name, edition }));
    return [{ date: state.until, ...citing(text, [told]) }];
  },

  inShort({ facts, state }) {
    const opened = latest(facts, ['SummitOpened']);
    if (state.status !== 'open' || !opened) return null;
    const text = sentence('summit open', placeOfSummit({ ...opened.data, host: undefined })).replace(/\.$/, '');
    return { text: text.charAt(0).toLowerCase() + text.slice(1), since: opened.occurredAt };
  },
};
