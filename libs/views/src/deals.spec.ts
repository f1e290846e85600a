import { it } from '@jest/globals';
import { deals } from './deals.js';
import { fact, specOf } from './testing/given.js';

const { given } = specOf(deals);

const deal = 'us-korea-tariff-deal';
const progress = (occurredAt: string, status: 'negotiating' | 'near_final' | 'stalled', data: object = {}) =>
  fact('DealProgressReported', occurredAt, { deal, parties: ['USA', 'KOR'], status, ...data });

it('is as far as the latest report says', () => {
  given([
    progress('2025-07', 'negotiating', { subject: 'tariffs on cars' }),
    progress('2025-10-26', 'near_final'),
  ]).then({
    title: null,
    parties: ['USA', 'KOR'],
    status: 'near_final',
    subject: 'tariffs on cars',
  });
});

it('can go back, and change what it is about', () => {
  given([
    progress('2025-10-26', 'near_final', { subject: 'cars' }),
    progress('2025-11-02', 'stalled', { subject: 'investment' }),
  ]).thenIn({
    status: 'stalled',
    subject: 'investment',
  });
});

it('has no subject if no source names one', () => {
  given([progress('2025-10-26', 'near_final')]).thenIn({ subject: null });
});

it('lets sources differ on how far it is', () => {
  given([progress('2025-10-26', 'near_final', { subject: 'tariffs' })]).thenSays({ status: 'near_final' });
});

it('has its slug as its subject, and is found by its parties', () => {
  given([progress('2025-10-26', 'near_final')]).thenSubjects([deal]);
  given([progress('2025-10-26', 'near_final')]).thenParties(['USA', 'KOR']);
});
