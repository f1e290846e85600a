// Writes docs/catalogue.md from the built catalogue. Run `npm run build` first.
import { writeFileSync } from 'node:fs';
import { catalogueDocument } from '../dist/libs/catalogue/src/document.js';

writeFileSync(new URL('../docs/catalogue.md', import.meta.url), catalogueDocument());
