// Counts the tests of a jest run: node count-tests.mjs <report> [<allowed skip> …]. Prints `passed failed
// skipped`, and the failures to stderr. A skipped test also counts as failed, unless its full name begins with one of
// the allowed skips.
import { readFileSync } from 'node:fs';

const [path, ...allowed] = process.argv.slice(2);
const report = JSON.parse(readFileSync(path, 'utf8'));
const tests = report.testResults.flatMap((file) => file.assertionResults);
for (const file of report.testResults)
  if (file.status === 'failed' && file.assertionResults.length === 0) console.error(`${file.name}\n${file.message}`);
for (const { status, fullName, failureMessages } of tests)
  if (status === 'failed') console.error(`✕ ${fullName}\n${failureMessages.join('\n')}`);

// Jest reports a test that did not run as `pending`, `skipped`, `todo` or `disabled`.
const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
const isAllowed = ({ fullName }) => allowed.some((name) => fullName.startsWith(name));
for (const one of skipped) console.error(`!!! SKIPPED${isAllowed(one) ? '' : ', AND MAY NOT BE'}: ${one.fullName}`);
const refused = skipped.filter((one) => !isAllowed(one)).length;
console.log(report.numPassedTests, report.numFailedTests + report.numRuntimeErrorTestSuites + refused, skipped.length);
