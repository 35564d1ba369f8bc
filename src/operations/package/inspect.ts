import { basename } from 'node:path';
import type { PackageInspectRequest, PackageInspectResult } from '../../contract/generated/types.ts';
import { packageInspect as validate } from '../../contract/generated/validators/package.inspect.js';
import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import { inspectPackage } from '../../packages/inspect.ts';
import type { OpenSource } from '../../ports/files.ts';
import type { Context, Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { signatureOf } from './signature.ts';

export const packageInspect: Operation<PackageInspectRequest, PackageInspectResult> = {
  name: 'package.inspect',
  validate,
  async run({ path, signature = true }, context) {
    const file = absolutePath(path);
    const source = openPackageFile(context, file);
    try {
      const { newDigest, compression } = context.ports;
      const inspection = inspectPackage(source, basename(file), { newDigest, inflateRaw: compression.inflateRaw });
      const checked = await signatureOf(context, { path: file, source, inspection, wanted: signature });
      return {
        result: {
          path: file,
          ...inspection,
          kind: inspection.kind as PackageInspectResult['kind'],
          signature: checked,
        },
      };
    } catch (error) {
      throw packageProblem(error, file);
    } finally {
      source.close();
    }
  },
};

/** The problem behind an error that came up while a package was read. */
function packageProblem(error: unknown, path: string): unknown {
  if (!(error instanceof FormatError)) return fileProblem(error, { path, doing: 'read' });
  const detail = `${path}: ${error.message}.`;
  return new Problem('ImgPackageInvalid', { detail, cause: error });
}

function openPackageFile({ ports }: Context, path: string): OpenSource {
  try {
    const facts = ports.files.facts(path);
    if (facts === undefined) throw new Problem('ImgFileNotFound', { detail: `There is no file ${path}.` });
    // Opening a pipe or a device could wait for ever.
    if (facts.kind !== 'file') throw new Problem('ImgPackageInvalid', { detail: `${path} is no file.` });
    return ports.files.source(path);
  } catch (error) {
    throw fileProblem(error, { path, doing: 'read' });
  }
}
