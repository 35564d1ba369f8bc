import type { PlanExportRequest, PlanExportResult } from '../../contract/generated/types.ts';
import { planExport as validate } from '../../contract/generated/validators/plan.export.js';
import { Problem } from '../../errors.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import type { Files } from '../../ports/files.ts';
import { planScript } from '../../servicing/plan/script/script.ts';
import { prepare } from '../../servicing/prepare.ts';
import { scriptPackages } from '../../servicing/script-packages.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';

export const planExport: Operation<PlanExportRequest, PlanExportResult> = {
  name: 'plan.export',
  validate,
  async run({ to, ...request }, context) {
    const engine = await engineOf(context);
    const { files } = context.ports;
    const path = absolutePath(to);
    const { image, plan } = await prepare(engine, request, { signal: context.signal, dryRun: true });
    if (plan.steps.length === 0) {
      const [first] = plan.alreadyThere;
      const why = first === undefined ? '' : ` ${first.title}: ${first.reason}`;
      throw new Problem('ImgNothingApplicable', { detail: `There is nothing to do for ${image.name}.${why}` });
    }
    const packages = await scriptPackages(engine, plan);
    const script = planScript({ plan, image, packages });
    if (files.facts(path) !== undefined) throw new Problem('ImgFileExists', { detail: `${path} exists.` });
    if (!context.dryRun) write(files, path, script);
    const size = new TextEncoder().encode(byteOrderMark + script).length;
    return { result: { path, size, steps: plan.steps.length, applied: !context.dryRun } };
  },
};

/** Windows PowerShell 5.1 takes a file without the mark for one in the code page of the machine. */
const byteOrderMark = '\ufeff';

function write(files: Files, path: string, script: string): void {
  try {
    files.replaceText(path, byteOrderMark + script);
  } catch (error) {
    throw fileProblem(error, { path, doing: 'write' });
  }
}
