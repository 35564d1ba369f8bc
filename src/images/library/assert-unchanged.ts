import { Problem } from '../../errors.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import type { ImageTable } from '../tables.ts';
import { fileProblem } from './file-problem.ts';
import { sha256Of } from './read-image.ts';

/**
 * Makes sure that the file of a registered image is the one that was registered. Without `thorough` equal size and time
 * are enough; another time alone (a copy, a restore from backup) is forgiven when the SHA-256 is the same. Throws
 * Problem ImgImageMissing, ImgImageChanged.
 */
export async function assertUnchanged(
  ports: Pick<Ports, 'files'>,
  row: Pick<ImageTable, 'name' | 'path' | 'size' | 'modified' | 'sha256'>,
  { thorough, transfer = {} }: { thorough: boolean; transfer?: Transfer },
): Promise<void> {
  const facts = imageFacts(ports, row);
  if (facts.size !== row.size) {
    throw changed(row, `it has ${facts.size} bytes and was registered with ${row.size}`);
  }
  if (!thorough && facts.modified === row.modified) return;
  const sha256 = await sha256Of(ports, row.path, transfer);
  if (sha256 !== row.sha256) {
    throw changed(row, `its SHA-256 is ${sha256} and was ${row.sha256} when it was registered`);
  }
}

/** Size and time of the file of a registered image. Throws Problem ImgImageMissing. */
export function imageFacts(
  { files }: Pick<Ports, 'files'>,
  { name, path }: Pick<ImageTable, 'name' | 'path'>,
): { size: number; modified: number } {
  try {
    const facts = files.facts(path);
    if (facts?.kind === 'file') return facts;
  } catch (error) {
    throw fileProblem(error, { path, doing: 'read' });
  }
  throw new Problem('ImgImageMissing', { detail: `The file ${path} of the image ${quoted(name)} is not there.` });
}

function changed({ name, path }: Pick<ImageTable, 'name' | 'path'>, how: string): Problem {
  return new Problem('ImgImageChanged', {
    detail: `The file ${path} of the image ${quoted(name)} was changed: ${how}.`,
  });
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
