// Prints the 20 slowest test files of a jest run, with their seconds: node slowest.mjs <report>.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const files = testResults.map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }));
console.log(`The slowest of ${files.length} files, in seconds:`);
for (const { name, seconds } of files.sort((one, other) => other.seconds - one.seconds).slice(0, 20))
  console.log(`${seconds.toFixed(1).padStart(8)}  ${relative('.', name)}`);
