/**
 * `npm run replay`: asks the selection every question that the collected history answers, and prints the counts. Ends
 * with 1 when one answer is wrong. `--details` also prints what was undecided or explained.
 * To add a collection: a function that gives a tally, an entry in `replays`, an expectation in `replay.test.ts`.
 */
import { pathToFileURL } from 'node:url';
import { anyMissing, type Requirement, requires } from '../helpers/requires.ts';
import { replayHistory, replayPolicies } from './history.ts';
import { replaySnapshots } from './snapshots.ts';
import type { Tally } from './tally.ts';
import { replayClassified, replaySupersedes, replayTitles } from './titles.ts';

export interface Replay {
  name: string;
  needs: readonly Requirement[];
  run: () => Promise<Tally> | Tally;
}

const builds = requires.shared('update-titles/lcu-builds.tsv');
const updates = requires.shared('osdsus/updates.jsonl.gz');
const answers = requires.shared('osdsus/latest-lcu-by-snapshot.tsv.gz');
const classified = requires.shared('update-titles/titles-classified.tsv');
const titles = requires.shared('update-titles/titles.txt');
const supersedes = requires.shared('update-titles/supersedes.tsv');

export const replays: readonly Replay[] = [
  ...replayPolicies.map((policy) => ({
    name: `release days, ${policy.name}`,
    needs: [builds],
    run: () => replayHistory(builds.path, policy),
  })),
  {
    name: 'snapshots of an update server',
    needs: [updates, answers],
    run: () => replaySnapshots({ updates: updates.path, answers: answers.path }),
  },
  { name: 'hard titles', needs: [classified], run: () => replayClassified(classified.path) },
  { name: 'collected titles', needs: [titles], run: () => replayTitles(titles.path) },
  { name: 'supersedence within a line', needs: [supersedes], run: () => replaySupersedes(supersedes.path) },
];

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.includes('--details'));
}

async function main(details: boolean): Promise<number> {
  let wrong = 0;
  for (const { name, needs, run } of replays) {
    if (anyMissing(...needs)) {
      const reasons = needs.filter(({ available }) => !available).map(({ reason }) => reason);
      console.log(`${name.padEnd(32)} skipped: ${reasons.join('; ')}`);
      continue;
    }
    const tally = await run();
    wrong += tally.wrong.length;
    const counts = [
      `right ${tally.right}`,
      `wrong ${tally.wrong.length}`,
      `undecided ${tally.undecided.length}`,
      ...(tally.explained.length > 0 ? [`collection itself wrong ${tally.explained.length}`] : []),
    ];
    console.log(`${name.padEnd(32)} ${counts.join('  ')}`);
    for (const one of tally.wrong) console.log(`  wrong: ${one}`);
    if (!details) continue;
    for (const one of tally.undecided) console.log(`  undecided: ${one}`);
    for (const one of tally.explained) console.log(`  explained: ${one}`);
  }
  return wrong === 0 ? 0 : 1;
}
