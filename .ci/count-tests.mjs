// Counts the tests of a jest run: node count-tests.mjs <report> [<allowed skip> …]. Prints `passed failed`. What failed
// is written to stderr. A test that was skipped counts as failed, unless its full name begins with one of the allowed.
import { readFileSync } from 'node:fs';

const [path, ...allowed] = process.argv.slice(2);
const report = JSON.parse(readFileSync(path, 'utf8'));
const tests = report.testResults.flatMap((file) => file.assertionResults);
for (const file of report.testResults)
  if (file.status === 'failed' && file.assertionResults.length === 0) console.error(`${file.name}\n${file.message}`);
for (const { status, fullName, failureMessages } of tests)
  if (status === 'failed') console.error(`✕ ${fullName}\n${failureMessages.join('\n')}`);

// `pending`, `skipped`, `todo`, `disabled`: whatever did not run.
const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
const isAllowed = ({ fullName }) => allowed.some((name) => fullName.startsWith(name));
for (const one of skipped) console.error(`!!! SKIPPED${isAllowed(one) ? '' : ', AND MAY NOT BE'}: ${one.fullName}`);
const refused = skipped.filter((one) => !isAllowed(one)).length;
console.log(report.numPassedTests, report.numFailedTests + report.numRuntimeErrorTestSuites + refused);
