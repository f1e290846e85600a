// Prints a pattern of the test files that failed in a jest run, if they are few: node failed-files.mjs <report> <most>.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const [path, most] = process.argv.slice(2);
const failed = JSON.parse(readFileSync(path, 'utf8')).testResults.filter(({ status }) => status === 'failed');
if (failed.length <= Number(most)) console.log(failed.map(({ name }) => relative('.', name)).join('|'));
