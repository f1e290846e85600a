import { createRequire } from 'node:module';
import { relative } from 'node:path';

// It comes with jest, and only jest itself is named in package.json.
const Sequencer = createRequire(createRequire(import.meta.url).resolve('@jest/core'))('@jest/test-sequencer').default;

/**
 * The slowest files, the slowest first. Whichever of these began last would run alone at the end. Jest knows by itself
 * how long a file took, but not on a machine where it has not run. `.ci/run` prints what to put here.
 */
const SLOW = [
  'test/console/console.spec.ts',
  'test/hostile/projected.spec.ts',
  'test/platform/embedded.spec.ts',
  'test/time/replay.spec.ts',
  'test/readme/readme.spec.ts',
  'test/demo/extend.spec.ts',
  'test/access/authority.spec.ts',
  'test/logging/private-data.spec.ts',
  'test/access/attacks.spec.ts',
  'test/time/mixed-versions.spec.ts',
  'test/bulk/import-broken-off.spec.ts',
  'test/time-page/time-page.spec.ts',
  'test/property/as-of.spec.ts',
  'test/faults/connections.spec.ts',
  'test/time/deterministic-reads.spec.ts',
  'test/faults/killed.spec.ts',
  'test/bulk/export.spec.ts',
  'test/faults/frozen.spec.ts',
  'test/platform/other-namespace.spec.ts',
  'test/faults/database-away.spec.ts',
  'test/jobs/killed.spec.ts',
  'test/faults/beyond-the-log.spec.ts',
  'test/stream/stream.spec.ts',
  'test/reads/cursors.spec.ts',
  'test/platform/stopping.spec.ts',
  'test/log/notifications.spec.ts',
  'test/jobs/queue-loss.spec.ts',
  'test/faults/consistency.spec.ts',
  'libs/history/src/revise/revise.spec.ts',
  'test/reads/aborted-reads.spec.ts',
  'test/projector/halted-answers.spec.ts',
  'test/faults/races.spec.ts',
  'test/faults/views-after-crash.spec.ts',
  'test/time/rebuild-killed.spec.ts',
  'test/time/long-replay.spec.ts',
  'test/demo/demo.spec.ts',
  'test/time/far-dates.spec.ts',
  'test/projector/halted-subjects.spec.ts',
  'test/jobs/throttling.spec.ts',
  'test/access/session.spec.ts',
  'test/platform/embedded-upgrade.spec.ts',
  'test/platform/native-files.spec.ts',
  'test/http/merge-patch.spec.ts',
  'test/briefs/long-story.spec.ts',
  'test/faults/slow-clients.spec.ts',
  'test/platform/durability.spec.ts',
  'test/faults/skewed-clocks.spec.ts',
];

const place = ({ path, context }) => {
  const at = SLOW.indexOf(relative(context.config.rootDir, path));
  return at === -1 ? SLOW.length : at;
};

/** Jest's own order, but for the slow files, which come first. */
export default class SlowFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.toSorted((one, other) => place(one) - place(other));
  }
}
