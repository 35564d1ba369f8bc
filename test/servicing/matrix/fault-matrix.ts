/**
 * `npm run fault-matrix`: every code at every step that can show it; the reaction must be the one of the code table.
 * `--seed=<n>` and `--count=<n>` choose a part, `--all` takes everything. Ends with 1 when one is wrong.
 */
import { expectedReaction, faultCells, nameOf, tryFault } from './fault-cells.ts';
import { runMatrix } from './run-matrix.ts';
import { coverageOf } from './sample.ts';

const wrong = await runMatrix({
  title: 'Faults',
  cells: faultCells,
  coverage: coverageOf(process.argv.slice(2), 300),
  columns: (cell) => [nameOf(cell).padEnd(26), cell.entry.class, expectedReaction(cell).padEnd(11)],
  attempt: tryFault,
});
process.exitCode = wrong === 0 ? 0 : 1;
