import { type Coverage, sampleOf } from './sample.ts';

/** Tries the cells of a matrix two at a time, prints one line each as a table, and the sum. Returns how many are wrong. */
export async function runMatrix<Cell>(matrix: {
  title: string;
  cells: readonly Cell[];
  coverage: Coverage;
  /** The columns before the verdict. */
  columns(cell: Cell): string[];
  /** Gives what is wrong, empty when nothing is. */
  attempt(cell: Cell): Promise<string[]>;
}): Promise<number> {
  const { title, cells, coverage, columns, attempt } = matrix;
  const chosen = sampleOf(cells, coverage);
  const part = coverage.all ? 'all' : `seed ${coverage.seed}`;
  console.log(`${title}: ${chosen.length} of ${cells.length} (${part})`);
  const open = [...chosen];
  let wrong = 0;
  const work = async (): Promise<void> => {
    for (let cell = open.shift(); cell !== undefined; cell = open.shift()) {
      const problems = await attempt(cell).catch((error: Error) => [error.message]);
      if (problems.length > 0) wrong += 1;
      console.log(
        `| ${columns(cell).join(' | ')} | ${problems.length === 0 ? 'right' : `WRONG: ${problems.join('; ')}`} |`,
      );
    }
  };
  await Promise.all([work(), work()]);
  console.log(`${chosen.length - wrong} right, ${wrong} wrong`);
  return wrong;
}
