import { basename } from 'node:path';
import type { NewMediaFile } from '../../distribution/publishing/media-set.ts';
import { Problem } from '../../errors.ts';
import { foldName } from '../../formats/wim/names.ts';
import { capabilitiesIn, type HasCapability } from '../../images/capabilities.ts';
import { driverPackages, holdsDriver } from '../../images/driver-store.ts';
import { inspectImage } from '../../images/inspect.ts';
import { assertUnchanged } from '../../images/library/assert-unchanged.ts';
import { imageProblem, openImageFile } from '../../images/library/open-image.ts';
import { missingAdditions } from '../verify/additions-proof.ts';
import { type BootImageProof, proveBootImage } from '../verify/boot-image-proof.ts';
import { lostTrust, proveBootTrust } from '../verify/boot-trust-proof.ts';
import { checkIntegrity } from '../verify/integrity.ts';
import { expectationOf, proveImage } from '../verify/proof.ts';
import { proveRecovery } from '../verify/recovery-proof.ts';
import { proveSetup } from '../verify/setup-proof.ts';
import type { Step, Work } from './step.ts';

/** Reads the finished copy back with our own reader and compares it with what was expected. */
export const verify: Step = {
  kind: 'verify',
  weight: 2,
  async run(_step, work) {
    const { ports, folder, outcome, log, signal } = work;
    const { inspection, drivers, has } = inspect(work);
    const before = work.plan.imageRevisions;
    const expectations = [...before].map(([index, revision]) =>
      expectationOf(index, revision, outcome.installed.get(index) ?? []),
    );
    const lacking = [missingDrivers(outcome.drivers, drivers), missingAdditions(work, inspection.indexes, has)];
    const indexProof = proveImage(expectations, inspection.indexes, joined(lacking));
    const recovery = proveRecovery(work.plan.recovery, outcome.recovery, inspection.indexes);
    const bootImage = await proveBootImage(work);
    const inBoot = bootImage?.indexes ?? [];
    const setup = await proveSetup(work);
    const ofSetup = setup?.missing ?? [];
    const bootTrust = await proveBootTrust(work);
    const ofBootFiles = bootTrust?.missing ?? [];
    outcome.proof = {
      ...indexProof,
      ok:
        indexProof.ok &&
        ofSetup.length + ofBootFiles.length === 0 &&
        [...recovery, ...inBoot].every(({ missing }) => missing.length === 0),
      ...(recovery.length === 0 ? {} : { recovery }),
      ...(bootImage === undefined ? {} : { bootImage }),
      ...(setup === undefined ? {} : { setup }),
      ...(bootTrust === undefined ? {} : { bootTrust }),
    };
    if (bootTrust !== undefined) {
      log.write(`Starts on: ${bootTrust.before?.verdict ?? 'unknown'} before, ${bootTrust.after?.verdict} now`);
      for (const words of lostTrust(bootTrust)) {
        work.warn(words);
        outcome.warnings.push(words);
      }
    }
    for (const words of [...ofSetup, ...ofBootFiles]) log.write(words, 'Error');
    for (const { index, after, missing } of inBoot) {
      const found = missing.length === 0 ? 'as expected' : missing.join(' ');
      log.write(`Verified index ${index} of boot.wim: revision ${after}; ${found}`);
    }
    for (const { index, sizeBefore, sizeAfter, missing, warnings } of recovery) {
      const found = missing.length === 0 ? 'as expected' : missing.join(' ');
      log.write(
        `Verified the recovery image of index ${index}: ${sizeBefore} bytes before, ${sizeAfter} now; ${found}`,
      );
      for (const warning of warnings) log.write(warning, 'Warning');
    }
    for (const warning of new Set(recovery.flatMap(({ warnings }) => warnings))) work.warn(warning);
    for (const { index, after, missing } of outcome.proof.indexes) {
      log.write(
        `Verified index ${index}: revision ${after}; ${missing.length === 0 ? 'as expected' : missing.join(' ')}`,
      );
    }
    if (!outcome.proof.ok) {
      const wrong = outcome.proof.indexes.filter((each) => each.missing.length > 0);
      const inside = recovery.filter(({ missing }) => missing.length > 0);
      const what = [
        ...wrong.map(({ index, missing }) => `index ${index}: ${missing.join(' ')}`),
        ...inBoot
          .filter(({ missing }) => missing.length > 0)
          .map(({ index, missing }) => `index ${index} of boot.wim: ${missing.join(' ')}`),
        ...ofSetup,
        ...ofBootFiles,
        ...inside.map(({ index, missing }) => `recovery image of index ${index}: ${missing.join(' ')}`),
      ].join(' ');
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
    const changed = new Set(
      [...(setup?.files ?? []), ...(bootTrust?.files ?? [])].map(({ path }) => foldName(path.slice(1))),
    );
    outcome.media = [
      ...(bootImage === undefined ? [] : [bootFile(work, bootImage)]),
      ...[...outcome.setup.files, ...outcome.bootFiles].flatMap(([key, file]) => (changed.has(key) ? [file] : [])),
    ];
    const { rehearsal, indexes, warnings } = inspection;
    const withoutPackages = indexes.map(
      ({ packages: _packages, features: _features, winre: _winre, ...index }) => index,
    );
    outcome.finished = {
      sha256,
      size: inspection.size,
      rehearsal,
      inspectionJson: JSON.stringify({ indexes: withoutPackages, warnings }),
      revision: indexes[0]?.revision ?? null,
    };
  },
};

/** boot.wim takes the place of the one on the media. */
function bootFile({ folder }: Work, { sha256After, sizeAfter }: BootImageProof): NewMediaFile {
  return { names: ['sources', 'boot.wim'], file: folder.boot.image, sha256: sha256After, size: sizeAfter };
}

/** For each index what of its drivers is not in its driver store. */
function missingDrivers(
  added: ReadonlyMap<number, readonly string[]>,
  found: ReadonlyMap<number, readonly string[]>,
): Map<number, string[]> {
  return new Map(
    [...added].map(([index, paths]) => {
      const lacking = paths.filter((path) => !holdsDriver(found.get(index) ?? [], basename(path)));
      return [index, lacking.map((path) => `The driver ${path} is not in the driver store.`)];
    }),
  );
}

function joined(parts: readonly ReadonlyMap<number, readonly string[]>[]): Map<number, string[]> {
  const all = new Map<number, string[]>();
  for (const [index, words] of parts.flatMap((part) => [...part])) {
    all.set(index, [...(all.get(index) ?? []), ...words]);
  }
  return all;
}

function inspect({ ports, folder, outcome, plan }: Work): {
  inspection: ReturnType<typeof inspectImage>;
  drivers: Map<number, string[]>;
  has: Map<number, HasCapability>;
} {
  const { wim, source, close } = openImageFile(ports, folder.image);
  const winre = plan.recovery.length === 0 ? {} : { winre: { newDigest: ports.newDigest } };
  try {
    const features = [...outcome.additions.values()].flat().some(({ kind }) => kind === 'feature');
    const inspection = inspectImage(wim, { path: folder.image, size: source.size, packages: true, features, ...winre });
    const added = inspection.indexes.filter(({ index }) => outcome.additions.has(index));
    return {
      inspection,
      has: new Map(added.map(({ index, packages = [] }) => [index, capabilitiesIn(wim, index, packages)])),
      drivers: new Map([...outcome.drivers.keys()].map((index) => [index, driverPackages(wim, index)])),
    };
  } catch (error) {
    throw imageProblem(error, folder.image);
  } finally {
    close();
  }
}
