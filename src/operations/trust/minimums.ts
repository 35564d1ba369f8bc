import { bootMinimums } from '../../boot/minimums.ts';
import type { BootMinimums } from '../../contract/generated/types.ts';
import { bootMinimums as isTable } from '../../contract/generated/validators/boot-minimums.js';
import { Problem } from '../../errors.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import type { Context } from '../operation.ts';
import { absolutePath } from '../paths.ts';

const longest = 1 << 20;

/** The table of minimums that a request means: the file that it names, else the one that the product came with. */
export function minimumsFor({ ports }: Context, file: string | undefined): BootMinimums {
  if (file === undefined) return bootMinimums;
  const path = absolutePath(file);
  let table: unknown;
  try {
    table = JSON.parse(ports.files.text(path, longest));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) {
      throw fileProblem(error, { path, doing: 'read' });
    }
    throw invalid(path, error.message);
  }
  if (isTable(table)) return table;
  const [first] = isTable.errors ?? [];
  throw invalid(path, `${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`.trim());
}

function invalid(path: string, what: string): Problem {
  return new Problem('ImgRequestInvalid', {
    detail: `${path} is no table of minimums: ${what}.`,
    errors: [{ pointer: '/minimums', message: 'must name a file as the schema boot-minimums describes it' }],
  });
}
