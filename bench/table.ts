/** One line of a benchmark: what was measured, the figures, and the budget that they are held against. */
export interface Row {
  what: string;
  measured: string;
  budget?: string;
  /** Undefined where there is no budget. */
  within?: boolean;
}

/** Prints rows as a Markdown table, so that they can go into README.md as they are. */
export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n## ${title}\n\n| what | measured | budget | |\n| --- | --- | --- | --- |`);
  for (const { what, measured, budget = '', within } of rows) {
    const verdict = within === undefined ? '' : within ? 'within' : '**outside**';
    console.log(`| ${what} | ${measured} | ${budget} | ${verdict} |`);
  }
}

/** A measurement that could not be made, with the reason. */
export function notMeasured(what: string, reason: string): Row {
  return { what, measured: `not measured: ${reason}` };
}

export function ms(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(2)} ms` : `${milliseconds.toFixed(0)} ms`;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} x`;
}
