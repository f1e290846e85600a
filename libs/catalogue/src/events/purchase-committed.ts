import { z } from 'zod';
import { Texts } from '../values/lists.js';
import { Party, partyName } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Text } from '../values/text.js';
import { date } from '../wording/dates.js';
import { list, sentence, when } from '../wording/sentence.js';
import { cardinal } from '../wording/numbers.js';
import { defineEvent } from './define-event.js';

export const purchaseCommitted = defineEvent({
  type: 'PurchaseCommitted',
  version: 1,
  description: 'A party committed itself to buy goods from another.',
  data: z.strictObject({
    buyer: Party.describe('Who is to buy'),
    seller: Party.describe('From whom'),
    goods: Texts.describe('What is to be bought'),
    quantity: Text.describe('How much, as the source puts it').optional(),
    by: ReducedDate.describe('By when').optional(),
  }),
  example: { buyer: 'CHN', seller: 'USA', goods: ['soybeans'], quantity: '12 million tonnes', by: '2025-12-31' },
  sentence: (data) =>
    sentence(
      partyName(data.buyer),
      'committed to buy',
      when(data.quantity, (quantity) => (/^[\d.,]+$/.test(quantity) ? cardinal(quantity) : `${quantity} of`)),
      list(data.goods),
      'from',
      partyName(data.seller),
      when(data.by, (day) => `by ${date(day)}`),
    ),
});
