/**
 * `npm run crash-matrix`: a run is killed at the start, in the middle and at the end of each step; the next worker must
 * complete or repeat it, with nothing lost, half published or left behind. `--seed=<n>` and `--count=<n>` choose a part,
 * `--all` takes everything. Ends with 1 when one is wrong.
 */
import { columnsOf, crashCells, tryCrash } from './crash-cells.ts';
import { runMatrix } from './run-matrix.ts';
import { coverageOf } from './sample.ts';

const wrong = await runMatrix({
  title: 'Kills',
  cells: crashCells,
  coverage: coverageOf(process.argv.slice(2), 120),
  columns: columnsOf,
  attempt: tryCrash,
});
process.exitCode = wrong === 0 ? 0 : 1;
