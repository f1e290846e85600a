import { z } from 'zod';
import { eventCorrected } from '#catalogue/events/event-corrected.js';
import { eventCorroborated } from '#catalogue/events/event-corroborated.js';
import { eventRetracted } from '#catalogue/events/event-retracted.js';
import { Source } from '#catalogue/source.js';

// For the document: what comes in is checked by the catalogue itself, as the data of an event.
const { target: _corrected, ...corrects } = eventCorrected.data.shape;
const { target: _retracted, ...retracts } = eventRetracted.data.shape;
const { target: _corroborated, ...corroborates } = eventCorroborated.data.shape;

export const CorrectionInput = z.strictObject({ ...corrects, source: Source.optional() }).meta({
  id: 'NewCorrection',
  description: 'What is right: each field that is given takes the place of the whole of that field',
  anyOf: [{ required: ['data'] }, { required: ['occurredAt'] }, { required: ['certainty'] }],
});

export const RetractionInput = z
  .strictObject({ ...retracts, source: Source.optional() })
  .meta({ id: 'NewRetraction', description: 'Why it no longer counts' });

export const CorroborationInput = z
  .strictObject({ ...corroborates, source: Source })
  .meta({ id: 'NewCorroboration', description: 'A further source, and where its account differs' });
