// Audits the packages that production uses. Exit codes: 0 if no advisory is high or critical, 1 if one is, 77 if the
// registry did not answer.
import { spawnSync } from 'node:child_process';

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
const report = parse(stdout);
const counts = report?.metadata?.vulnerabilities;
if (counts) {
  const grave = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) =>
    ['high', 'critical'].includes(severity),
  );
  for (const { name, severity, range } of grave) console.error(`${severity}: ${name} ${range}`);
  console.log(`${counts.critical} critical, ${counts.high} high, ${counts.moderate} moderate, ${counts.low} low`);
  process.exitCode = grave.length > 0 || counts.critical + counts.high > 0 ? 1 : 0;
} else if (report?.error !== undefined) {
  console.error(`the registry did not answer: ${report.message ?? report.error.summary}`);
  process.exitCode = 77;
} else {
  console.error(`npm audit reported neither findings nor an error:\n${stdout}${stderr}`);
  process.exitCode = 1;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
