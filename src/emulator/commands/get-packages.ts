import { join } from 'node:path';
import { FormatError } from '../../formats/format-error.ts';
import { parseManifest } from '../../formats/mum/parse.ts';
import { stateName, storedPackages } from '../component-store.ts';
import { PACKAGES } from '../install-package.ts';
import { findInImage, readHiveFile, SOFTWARE } from '../offline-image.ts';
import { serviceImage } from '../service.ts';
import type { Command, Session } from '../session.ts';
import { dateOfFileTime } from '../windows-facts.ts';

/** Lists the packages that the image's registry knows, in order of their names. */
export const getPackages: Command = {
  names: ['Get-Packages'],
  values: ['Format'],
  run: (session) =>
    serviceImage(session, { changes: false }, async ({ folder }) => {
      const { console } = session;
      const packages = storedPackages(readHiveFile(session.disk, folder, SOFTWARE));
      packages.sort((a, b) => (a.identity < b.identity ? -1 : 1));
      await console.line('Packages listing:');
      await console.line();
      for (const { identity, state, installTime } of packages) {
        await console.line(`Package Identity : ${identity}`);
        await console.line(`State : ${stateName(state)}`);
        await console.line(`Release Type : ${releaseType(session, folder, identity)}`);
        await console.line(`Install Time : ${installTime === 0n ? '' : shownTime(installTime)}`);
        await console.line();
      }
    }),
};

/** From the manifest in the image; a record without one is an Update. */
function releaseType({ disk }: Session, folder: string, identity: string): string {
  const packages = findInImage(disk, folder, PACKAGES);
  const path = packages === undefined ? undefined : join(packages, `${identity}.mum`);
  if (path === undefined || disk.stamp(path)?.kind !== 'file') return 'Update';
  try {
    return parseManifest(disk.readBytes(path, MAX_MANIFEST)).releaseType || 'Update';
  } catch (error) {
    if (error instanceof FormatError) return 'Other';
    throw error;
  }
}

function shownTime(fileTime: bigint): string {
  const date = dateOfFileTime(fileTime);
  const time = date.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' }).replace(/\u202f/g, ' ');
  return `${date.toLocaleDateString('en-US')} ${time}`;
}

const MAX_MANIFEST = 64 * 1024 * 1024;
