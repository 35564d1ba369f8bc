import type { Proof } from '../../contract/generated/types.ts';
import { inspectImage } from '../../images/inspect.ts';
import { imageProblem, openImageFile } from '../../images/library/open-image.ts';
import type { Work } from '../steps/step.ts';
import { checkIntegrity } from './integrity.ts';
import { expectationOf, proveImage } from './proof.ts';

export type BootImageProof = NonNullable<Proof['bootImage']>;

/**
 * Reads the serviced boot.wim back and compares each of its indexes with what went in; the whole file is compared with its
 * checksums. Undefined where nothing went in. Throws Problem ImgImageCorrupt.
 */
export async function proveBootImage(work: Work): Promise<BootImageProof | undefined> {
  const { ports, folder, outcome, plan, signal } = work;
  const { installed } = outcome.boot;
  if (plan.boot === null || installed.size === 0) return undefined;
  const { path, sha256: sha256Before, size: sizeBefore } = plan.boot;
  const expectations = plan.boot.indexes.map(({ index, revision }) =>
    expectationOf(index, revision, installed.get(index) ?? []),
  );
  const { indexes, size } = inspected(work);
  await checkIntegrity(ports, { finished: folder.boot.image, registered: path, signal });
  const { sha256 } = await ports.files.digest(folder.boot.image, ['sha256'], { signal });
  const proof = proveImage(expectations, indexes);
  return { path, sha256Before, sha256After: sha256, sizeBefore, sizeAfter: size, indexes: proof.indexes };
}

function inspected({ ports, folder }: Work): Pick<ReturnType<typeof inspectImage>, 'indexes' | 'size'> {
  const { wim, source, close } = openImageFile(ports, folder.boot.image);
  try {
    return inspectImage(wim, { path: folder.boot.image, size: source.size, packages: true });
  } catch (error) {
    throw imageProblem(error, folder.boot.image);
  } finally {
    close();
  }
}
