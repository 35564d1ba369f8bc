import { stateName, storedPackages } from '../component-store.ts';
import { readHiveFile, SOFTWARE } from '../offline-image.ts';
import { serviceImage } from '../service.ts';
import type { Command, Session } from '../session.ts';
import { storedManifest } from '../stored-manifest.ts';
import { shownTime } from '../windows-facts.ts';

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
        await console.line(`Install Time : ${shownTime(installTime, session.machine.culture)}`);
        await console.line();
      }
    }),
};

/** From the manifest in the image; a record without one is an Update, one with a damaged one is Other. */
function releaseType(session: Session, folder: string, identity: string): string {
  const manifest = storedManifest(session.disk, folder, identity);
  return manifest === 'damaged' ? 'Other' : manifest?.releaseType || 'Update';
}
