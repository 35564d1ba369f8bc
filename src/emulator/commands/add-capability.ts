import { join, resolve } from 'node:path';
import { capabilityKey } from '../../formats/mum/capability.ts';
import type { StandInPackage } from '../../packages/stand-in/package.ts';
import { whyNotApplicable } from '../applicability.ts';
import { code } from '../codes.ts';
import { storedPackages } from '../component-store.ts';
import { DismFailure } from '../failure.ts';
import { installPackage } from '../install-package.ts';
import { readHiveFile, SOFTWARE } from '../offline-image.ts';
import { readPackageFile } from '../package-source.ts';
import { startProgress } from '../progress.ts';
import { serviceImage } from '../service.ts';
import type { Command, Session } from '../session.ts';
import { storedManifest } from '../stored-manifest.ts';

/**
 * Puts in capabilities: what DISM calls features on demand. Their packages come from the folders at /Source, which are not
 * searched below; one that the image has already is a success that changes nothing.
 */
export const addCapability: Command = {
  names: ['Add-Capability'],
  values: ['CapabilityName', 'Source'],
  flags: ['LimitAccess'],
  required: ['CapabilityName'],
  run: (session) =>
    serviceImage(session, { changes: true }, async (windows) => {
      const { disk, line } = session;
      const { folder } = windows;
      const sources = (line.values.get('source') ?? []).map((path) => resolve(path));
      for (const name of line.values.get('capabilityname') ?? []) {
        const progress = await startProgress(session, '', 57);
        await progress.to(20);
        const software = readHiveFile(disk, folder, SOFTWARE);
        const isThere = storedPackages(software).some(({ identity }) => declares(session, { folder, identity, name }));
        if (!isThere) {
          const found = capabilityIn(session, sources, name);
          if (found === undefined) throw notFound(sources, line.flags.has('limitaccess'), name);
          const failure = whyNotApplicable(session, found, { windows, software });
          if (failure !== undefined) throw notFound(sources, true, `${name}: ${failure.detail}`);
          await installPackage(session, folder, { package: found.package, progress });
        }
        await progress.to(100);
      }
    }),
};

function declares(
  { disk }: Session,
  { folder, identity, name }: { folder: string; identity: string; name: string },
): boolean {
  const manifest = storedManifest(disk, folder, identity);
  if (manifest === undefined || manifest === 'damaged') return false;
  return manifest.capabilities.some((each) => capabilityKey(each) === capabilityKey(name));
}

function capabilityIn(
  session: Session,
  folders: readonly string[],
  name: string,
): { package: StandInPackage; path: string } | undefined {
  for (const folder of folders) {
    if (session.disk.stamp(folder)?.kind !== 'folder') throw new DismFailure(code.pathNotFound, `no folder ${folder}`);
    for (const file of session.disk.names(folder).sort()) {
      const path = join(folder, file);
      const opened = /\.cab$/i.test(file) ? opening(session, path) : undefined;
      const { capability } = opened?.facts ?? {};
      if (opened !== undefined && capability !== undefined && capabilityKey(capability) === capabilityKey(name)) {
        return { package: opened, path };
      }
    }
  }
  return undefined;
}

/** Undefined for what is no package, of which such a folder holds many. */
function opening(session: Session, path: string): StandInPackage | undefined {
  try {
    return readPackageFile(session, path);
  } catch {
    return undefined;
  }
}

/** Without a folder, and without /LimitAccess, DISM asks an update service, which no rehearsal has. */
function notFound(sources: readonly string[], isLimited: boolean, detail: string): DismFailure {
  return new DismFailure(sources.length > 0 || isLimited ? code.sourceNotFound : code.noUpdateService, detail);
}
