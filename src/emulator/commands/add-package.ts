import { resolve } from 'node:path';
import { printIdentity } from '../../formats/mum/identity.ts';
import { printManifest } from '../../formats/mum/print.ts';
import { checkpointsAmong, whyNotApplicable } from '../applicability.ts';
import { code } from '../codes.ts';
import { refused } from '../command-line.ts';
import { DismFailure, hresult } from '../failure.ts';
import { installPackage } from '../install-package.ts';
import { readHiveFile, readOfflineWindows, SOFTWARE } from '../offline-image.ts';
import { CannotOpenPackage, packageFiles, readPackageFile } from '../package-source.ts';
import { startProgress } from '../progress.ts';
import { packageManifest } from '../rehearsal-packages.ts';
import { serviceImage } from '../service.ts';
import type { Command, Session } from '../session.ts';
import { toFailure } from '../to-failure.ts';

/** Adds packages in the given order. One that fails does not stop the others; the command then fails with its code. */
export const addPackage: Command = {
  names: ['Add-Package'],
  values: ['PackagePath'],
  flags: ['IgnoreCheck', 'PreventPending'],
  required: ['PackagePath'],
  run: (session) =>
    serviceImage(session, { changes: true }, async ({ folder }) => {
      const given = session.line.values.get('packagepath') ?? [];
      const { files, failures } = await listFiles(session, given);
      const checkpoints = checkpointsAmong(session, files);
      for (const [at, path] of files.entries()) {
        try {
          if (checkpoints.has(path))
            throw new DismFailure(code.checkpointNamed, `${path} is the checkpoint of another`);
          await addOne(session, folder, { path, announced: `Processing ${at + 1} of ${files.length} - ` });
        } catch (error) {
          if (!(error instanceof DismFailure)) throw error;
          failures.push(error);
          if (error.code === code.imageUnserviceable || files.length === 1) throw error;
        }
      }
      const last = failures.at(-1);
      if (last !== undefined) throw last;
      if (files.length === 0) throw refused('The /PackagePath option names no package.');
    }),
};

async function listFiles(
  session: Session,
  given: readonly string[],
): Promise<{ files: string[]; failures: DismFailure[] }> {
  const files: string[] = [];
  const failures: DismFailure[] = [];
  for (const path of given) {
    try {
      files.push(...packageFiles(session.disk, resolve(path)));
    } catch (error) {
      const failure = toFailure(error);
      const name = error instanceof CannotOpenPackage ? error.path : path;
      await session.console.line(`An error occurred trying to open - ${name} Error: ${hresult(failure.code)}`);
      failures.push(failure);
    }
  }
  return { files, failures };
}

async function addOne(session: Session, folder: string, what: { path: string; announced: string }): Promise<void> {
  const { path, announced } = what;
  const opened = openOrFailure(session, path);
  if (opened instanceof DismFailure) {
    const name = opened instanceof CannotOpenPackage ? opened.path : path;
    await session.console.line(`An error occurred trying to open - ${name} Error: ${hresult(opened.code)}`);
    throw opened;
  }
  const identity = printIdentity(opened.manifest.identity);
  session.log.write('Info', 'CBS', `Appl: Evaluating package applicability for package ${identity}`);
  const caption = `${announced}Adding package ${identity}`;
  // The number of steps is what gives real bars their fractions.
  const progress = await startProgress(session, caption, 57);
  await progress.to(20);
  // Read anew for each package: the one before may have changed it.
  const image = {
    windows: readOfflineWindows(session.disk, folder),
    software: readHiveFile(session.disk, folder, SOFTWARE),
  };
  const failure = whyNotApplicable(session, { package: opened, path }, image);
  if (failure?.code === code.moduleNotFound) {
    await installPackage(session, folder, { package: stackOf(opened), progress });
    throw failure;
  }
  if (failure !== undefined && !(session.line.flags.has('ignorecheck') && failure.code === code.notApplicable)) {
    await progress.to(100);
    session.log.write('Error', 'CBS', `Package "${identity}": ${failure.detail}. [HRESULT = ${hresult(failure.code)}]`);
    throw failure;
  }
  await installPackage(session, folder, { package: opened, progress });
}

function openOrFailure(session: Session, path: string): ReturnType<typeof readPackageFile> | DismFailure {
  try {
    return readPackageFile(session, path);
  } catch (error) {
    return toFailure(error);
  }
}

/** The servicing stack that comes with a cumulative update, as a package of its own. */
function stackOf({ facts, ...rest }: ReturnType<typeof readPackageFile>): ReturnType<typeof readPackageFile> {
  const stack = { ...facts, kind: 'ServicingStackUpdate' };
  const manifest = packageManifest(stack);
  const manifestText = new TextEncoder().encode(printManifest(manifest));
  return { ...rest, facts: stack, manifest, manifestText };
}
