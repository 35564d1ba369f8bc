import { Problem } from '../../errors.ts';
import { inspectImage } from '../../images/inspect.ts';
import { assertUnchanged } from '../../images/library/assert-unchanged.ts';
import { imageProblem, openImageFile } from '../../images/library/open-image.ts';
import { checkIntegrity } from '../verify/integrity.ts';
import { expectationOf, proveImage } from '../verify/proof.ts';
import type { Step, Work } from './step.ts';

/** Reads the finished copy back with our own reader and compares it with what was expected. */
export const verify: Step = {
  kind: 'verify',
  weight: 2,
  async run(_step, work) {
    const { ports, folder, outcome, log, signal } = work;
    const inspection = inspect(work);
    const before = work.plan.imageRevisions;
    const expectations = [...before].map(([index, revision]) =>
      expectationOf(index, revision, outcome.installed.get(index) ?? []),
    );
    outcome.proof = proveImage(expectations, inspection.indexes);
    for (const { index, after, missing } of outcome.proof.indexes) {
      log.write(
        `Verified index ${index}: revision ${after}; ${missing.length === 0 ? 'as expected' : missing.join(' ')}`,
      );
    }
    if (!outcome.proof.ok) {
      const wrong = outcome.proof.indexes.filter((each) => each.missing.length > 0);
      const what = wrong.map(({ index, missing }) => `index ${index}: ${missing.join(' ')}`).join(' ');
      throw new Problem('ImgProofFailed', {
        detail: `Read back from the serviced copy: ${what}`,
        instance: work.runId,
      });
    }
    work.progress(20);
    // It is read beside the finished file; one that went away or changed meanwhile is told as what it is.
    await assertUnchanged(ports, work.image, { thorough: false, transfer: { signal } });
    await checkIntegrity(ports, {
      finished: folder.image,
      registered: work.image.path,
      signal,
      onProgress: (done, total) => work.progress(20 + (done / Math.max(1, total)) * 60),
    });
    const { sha256 } = await ports.files.digest(folder.image, ['sha256'], {
      signal,
      onProgress: (done, total) => work.progress(80 + (done / Math.max(1, total)) * 20),
    });
    const { rehearsal, indexes, warnings } = inspection;
    const withoutPackages = indexes.map(({ packages: _packages, ...index }) => index);
    outcome.finished = {
      sha256,
      size: inspection.size,
      rehearsal,
      inspectionJson: JSON.stringify({ indexes: withoutPackages, warnings }),
      revision: indexes[0]?.revision ?? null,
    };
  },
};

function inspect({ ports, folder }: Work): ReturnType<typeof inspectImage> {
  const { wim, source, close } = openImageFile(ports, folder.image);
  try {
    return inspectImage(wim, { path: folder.image, size: source.size, packages: true });
  } catch (error) {
    throw imageProblem(error, folder.image);
  } finally {
    close();
  }
}
