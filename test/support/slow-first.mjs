import { createRequire } from 'node:module';
import { relative } from 'node:path';

// It comes with jest, and only jest itself is named in package.json.
const Sequencer = createRequire(createRequire(import.meta.url).resolve('@jest/core'))('@jest/test-sequencer').default;

/**
 * The slowest files, the slowest first. Whichever of these began last would run alone at the end. Jest knows by itself
 * how long a file took, but not on a machine where it has not run. `.ci/run` prints what to put here.
 */
const SLOW = [
  'test/readme/readme.spec.ts',
  'test/property/as-of.spec.ts',
  'test/faults/killed.spec.ts',
  'test/platform/embedded.spec.ts',
  'test/hostile/projected.spec.ts',
  'test/briefs/property.spec.ts',
  'test/time/rebuild-killed.spec.ts',
  'test/jobs/killed.spec.ts',
  'test/demo/extend.spec.ts',
  'test/bulk/import-broken-off.spec.ts',
  'test/faults/database-away.spec.ts',
  'test/faults/frozen.spec.ts',
  'test/jobs/lost.spec.ts',
  'test/platform/other-namespace.spec.ts',
  'test/access/authority.spec.ts',
  'test/time/long-replay.spec.ts',
  'test/briefs/long-story.spec.ts',
  'test/projector/far-apart.spec.ts',
  'test/logging/private-data.spec.ts',
  'libs/briefs/src/brief.property.spec.ts',
  'test/demo/demo.spec.ts',
  'test/platform/durability.spec.ts',
  'test/faults/skewed-clocks.spec.ts',
  'test/access/session.spec.ts',
  'test/faults/connections.spec.ts',
  'test/faults/beyond-the-log.spec.ts',
  'test/faults/views-made-again.spec.ts',
  'test/faults/poisoned.spec.ts',
  'test/time/replay.spec.ts',
  'test/bulk/export.spec.ts',
  'test/jobs/room.spec.ts',
  'test/platform/stopping.spec.ts',
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
