/** The groups of the operations, in the order in which somebody new needs them. */
export const TAGS: Readonly<Record<string, string>> = {
  stories: 'Running stories: the board, the timeline, what changed',
  events: 'The record: events, and events about events',
  articles: 'The texts that facts are taken from',
  'event types': 'What can be recorded',
  views: 'What follows from the record, over all stories',
  access: 'Keys, and sessions of a browser',
  operating: 'Whether it runs, and how well',
  admin: 'For who looks after it',
  about: 'This document',
};
