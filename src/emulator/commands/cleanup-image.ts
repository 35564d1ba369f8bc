import { join } from 'node:path';
import { parseIdentity } from '../../formats/mum/identity.ts';
import { code } from '../codes.ts';
import { refused } from '../command-line.ts';
import { COMPONENT_SERVICING, forgetPackage, packageState, storedPackages } from '../component-store.ts';
import { DismFailure } from '../failure.ts';
import { PACKAGES, payloadFolder } from '../install-package.ts';
import { fill } from '../new-key.ts';
import { findInImage, readHiveFile, SOFTWARE, writeHiveFile } from '../offline-image.ts';
import { startProgress } from '../progress.ts';
import { serviceImage } from '../service.ts';
import type { Command, Session } from '../session.ts';
import { analyzeStore, damagedPackages, restoreHealth } from '../store-health.ts';
import { fileTimeOf } from '../windows-facts.ts';

/**
 * /StartComponentCleanup gives back the payload of superseded packages; with /ResetBase the packages themselves go and
 * what stays cannot be removed any more. The image file only gets smaller with an export.
 */
export const cleanupImage: Command = {
  names: ['Cleanup-Image'],
  values: ['Source'],
  flags: [
    'StartComponentCleanup',
    'ResetBase',
    'Defer',
    'AnalyzeComponentStore',
    'CheckHealth',
    'ScanHealth',
    'RestoreHealth',
    'LimitAccess',
  ],
  async run(session) {
    const { flags } = session.line;
    const asked = actions.filter((action) => flags.has(action));
    if (asked.length > 1) throw refused(`The /${asked[1]} option is not valid together with /${asked[0]}.`);
    if (flags.has('checkhealth') || flags.has('scanhealth')) return showHealth(session);
    if (flags.has('analyzecomponentstore')) {
      return serviceImage(session, { changes: false }, ({ folder }) => analyzeStore(session, folder));
    }
    if (flags.has('restorehealth')) {
      return serviceImage(session, { changes: true }, ({ folder }) => restoreHealth(session, folder));
    }
    if (!flags.has('startcomponentcleanup')) throw refused('The /StartComponentCleanup option must be specified.');
    if (flags.has('defer') && !flags.has('resetbase')) throw refused('The /Defer option needs /ResetBase.');
    await serviceImage(session, { changes: true }, async ({ folder }) => {
      const { disk } = session;
      await session.console.line();
      if (findInImage(disk, folder, '\\Windows\\WinSxS\\pending.xml') !== undefined) {
        throw new DismFailure(code.pending, 'WinSxS\\pending.xml is there');
      }
      const progress = await startProgress(session, '', 57);
      const software = readHiveFile(disk, folder, SOFTWARE);
      const superseded = storedPackages(software).filter(({ state }) => state === packageState.superseded);
      const packages = findInImage(disk, folder, PACKAGES);
      await progress.to(20);
      for (const [at, { identity }] of superseded.entries()) {
        const parsed = parseIdentity(identity);
        if (parsed !== undefined) disk.remove(payloadFolder(disk, folder, parsed));
        if (flags.has('resetbase')) {
          forgetPackage(software, identity);
          for (const kind of packages === undefined ? [] : ['mum', 'cat']) {
            disk.remove(join(packages ?? '', `${identity}.${kind}`));
          }
        }
        await progress.to(20 + (70 * (at + 1)) / superseded.length);
      }
      if (flags.has('resetbase')) {
        const now = session.clock.now();
        fill(software, COMPONENT_SERVICING, { LastResetBase_UTC: resetBaseTime(now) });
        writeHiveFile(disk, folder, { name: SOFTWARE, root: software, now: fileTimeOf(now) });
      }
      await progress.to(100);
    });
  },
};

/**
 * A component store is repairable when the manifest of an installed package is damaged or gone. Both commands say so;
 * only the scan takes its time.
 */
async function showHealth(session: Session): Promise<void> {
  await serviceImage(session, { changes: false }, async ({ folder }) => {
    const { console, disk, line } = session;
    const progress = line.flags.has('scanhealth') ? await startProgress(session, '', 57) : undefined;
    await progress?.to(20);
    const isDamaged = damagedPackages(disk, folder).length > 0;
    const verdict = isDamaged ? 'The component store is repairable.' : 'No component store corruption detected.';
    await progress?.to(100);
    await console.line(verdict);
  });
}

/** What is done to a component store: one of these at a time. */
const actions = ['startcomponentcleanup', 'analyzecomponentstore', 'checkhealth', 'scanhealth', 'restorehealth'];

/** "2024/4/1:07:29:00.123", as servicing writes it. */
function resetBaseTime(time: Date): string {
  const [day, clock] = time.toISOString().replace('Z', '').split('T');
  return `${(day ?? '').split('-').map(Number).join('/')}:${clock}`;
}
