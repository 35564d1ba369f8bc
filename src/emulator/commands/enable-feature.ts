import { join, resolve } from 'node:path';
import type { StandInPackage } from '../../packages/stand-in/package.ts';
import { whyNotApplicable } from '../applicability.ts';
import { code } from '../codes.ts';
import { featureState, setFeatureState, storedFeatures } from '../component-store.ts';
import { DismFailure } from '../failure.ts';
import { featureOwners } from '../feature-owner.ts';
import { installPackage, leavePending } from '../install-package.ts';
import { type OfflineWindows, readHiveFile, SOFTWARE, writeHiveFile } from '../offline-image.ts';
import { readPackageFile } from '../package-source.ts';
import { type Progress, startProgress } from '../progress.ts';
import { serviceImage } from '../service.ts';
import type { Command, Session } from '../session.ts';
import { fileTimeOf } from '../windows-facts.ts';

/**
 * Enables optional features: offline they are so by the first start, for which work is left. The payload of .NET Framework
 * 3.5, which no image holds, comes from the folders at /Source.
 */
export const enableFeature: Command = {
  names: ['Enable-Feature'],
  values: ['FeatureName', 'PackageName', 'Source'],
  flags: ['All', 'LimitAccess'],
  required: ['FeatureName'],
  run: (session) =>
    serviceImage(session, { changes: true }, async (windows) => {
      for (const name of session.line.values.get('featurename') ?? []) {
        const progress = await startProgress(session, 'Enabling feature(s)', 57);
        await enable(session, windows, { name, progress });
        await progress.to(100);
      }
    }),
};

async function enable(
  session: Session,
  windows: OfflineWindows,
  { name, progress }: { name: string; progress: Progress },
): Promise<void> {
  const { disk } = session;
  const { folder } = windows;
  const found = featureIn(session, folder, name);
  if (found === undefined) throw new DismFailure(code.unknownUpdate, `${name} is no feature of this Windows`);
  if (found.state === featureState.enabled || found.state === featureState.enablePending) return;
  await progress.to(10);
  if (found.state === featureState.removed) {
    await installPackage(session, folder, { package: payloadOf(session, windows, name), progress });
  }
  leavePending(disk, folder, found.name);
  // Read anew: its payload has a record of its own there.
  const software = readHiveFile(disk, folder, SOFTWARE);
  setFeatureState(software, found.owner, { name: found.name, state: featureState.enablePending });
  writeHiveFile(disk, folder, { name: SOFTWARE, root: software, now: fileTimeOf(session.clock.now()) });
}

function featureIn(
  { disk }: Session,
  folder: string,
  name: string,
): { owner: string; name: string; state: number } | undefined {
  const software = readHiveFile(disk, folder, SOFTWARE);
  return featureOwners(software)
    .flatMap((owner) => storedFeatures(software, owner).map((feature) => ({ owner, ...feature })))
    .find((feature) => feature.name.toLowerCase() === name.toLowerCase());
}

/** The package in the folders at /Source that holds what the image does not; 0x800f081f where none is for it. */
function payloadOf(session: Session, windows: OfflineWindows, feature: string): StandInPackage {
  const sources = (session.line.values.get('source') ?? []).map((path) => resolve(path));
  const software = readHiveFile(session.disk, windows.folder, SOFTWARE);
  for (const folder of sources) {
    if (session.disk.stamp(folder)?.kind !== 'folder') throw new DismFailure(code.pathNotFound, `no folder ${folder}`);
    for (const file of session.disk.names(folder).filter((each) => /\.cab$/i.test(each))) {
      const path = join(folder, file);
      const opened = opening(session, path);
      const isMeant = opened?.facts.capability?.toLowerCase().startsWith(`${feature.toLowerCase()}~`) === true;
      if (opened === undefined || !isMeant) continue;
      const failure = whyNotApplicable(session, { package: opened, path }, { windows, software });
      if (failure === undefined) return opened;
    }
  }
  const isAlone = sources.length === 0 && !session.line.flags.has('limitaccess');
  throw new DismFailure(isAlone ? code.noUpdateService : code.sourceNotFound, `no payload of ${feature}`);
}

function opening(session: Session, path: string): StandInPackage | undefined {
  try {
    return readPackageFile(session, path);
  } catch {
    return undefined;
  }
}
