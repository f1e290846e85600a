import { defineView } from './define-view.js';
import { appendDistinct } from './lists/latest.js';
import { changed, changeSays, lifted, suspended } from './tariffs/folds.js';
import { at, deadlines } from './tariffs/expiry.js';
import { addPending } from './tariffs/pending.js';
import { Tariff, type TariffNames } from './tariffs/tariff.js';

const subject = ({ data }: { data: TariffNames }): string => `${data.imposedBy}>${data.appliesTo}:${data.measure}`;

export const tariffs = defineView({
  name: 'tariffs',
  version: 4,
  description:
    'Tariffs of one party on another: the rates told, whether they are in force, and what is announced or threatened',
  subject: 'imposedBy>appliesTo:measure',
  state: Tariff,
  on: {
    TariffChanged: { subject, fold: changed, says: ({ data }) => changeSays(data) },
    TariffSuspended: {
      subject,
      fold: suspended,
      says: ({ data }) => ({ status: 'suspended', until: data.until ?? null }),
    },
    TariffLifted: { subject, fold: lifted, says: ({ data }) => ({ status: 'lifted', until: data.until ?? null }) },
    TariffAnnounced: { subject, fold: addPending('announced') },
    TariffThreatened: { subject, fold: addPending('threatened') },
  },
  at,
  deadlines,
  parties: ({ imposedBy, appliesTo }) => appendDistinct([], [imposedBy, appliesTo]),
});
