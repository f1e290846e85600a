// Counts the tests of a jest run: node count-tests.mjs <report> <report of the files that were run again, or ''>
// [<allowed skip> …]. Prints `passed failed skipped`; to stderr, the failures, and each test that failed first and
// passed when it was run again. Of a file that was run again, the second results count. A skipped test also counts as
// failed, unless its full name begins with one of the allowed skips.
import { readFileSync } from 'node:fs';

const [path, pathAgain, ...allowed] = process.argv.slice(2);
const filesOf = (report) => JSON.parse(readFileSync(report, 'utf8')).testResults;
const first = filesOf(path);
const again = new Map(pathAgain ? filesOf(pathAgain).map((file) => [file.name, file]) : []);

const testsOf = (files) => files.flatMap((file) => file.assertionResults);
const isFailed = ({ status }) => status === 'failed';
const passedAgain = new Set(
  testsOf([...again.values()])
    .filter(({ status }) => status === 'passed')
    .map(({ fullName }) => fullName),
);
for (const { fullName, failureMessages } of testsOf(first.filter(({ name }) => again.has(name))).filter(isFailed))
  if (passedAgain.has(fullName))
    console.error(`!!! FAILED ONCE, PASSED ALONE: ${fullName}\n${failureMessages.join('\n')}`);

const files = first.map((file) => again.get(file.name) ?? file);
const tests = testsOf(files);
const broken = files.filter((file) => isFailed(file) && file.assertionResults.length === 0);
for (const { name, message } of broken) console.error(`${name}\n${message}`);
const failed = tests.filter(isFailed);
for (const { fullName, failureMessages } of failed) console.error(`✕ ${fullName}\n${failureMessages.join('\n')}`);

// Jest reports a test that did not run as `pending`, `skipped`, `todo` or `disabled`.
const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
const isAllowed = ({ fullName }) => allowed.some((name) => fullName.startsWith(name));
for (const one of skipped) console.error(`!!! SKIPPED${isAllowed(one) ? '' : ', AND MAY NOT BE'}: ${one.fullName}`);
const refused = skipped.filter((one) => !isAllowed(one)).length;
const passed = tests.filter(({ status }) => status === 'passed').length;
console.log(passed, failed.length + broken.length + refused, skipped.length);
