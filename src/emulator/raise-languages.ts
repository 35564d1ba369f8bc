import { join } from 'node:path';
import { parseIdentity, printIdentity } from '../formats/mum/identity.ts';
import { parseManifest } from '../formats/mum/parse.ts';
import { manifestOf, printManifest } from '../formats/mum/print.ts';
import { packageRole } from '../formats/mum/role.ts';
import type { NewKey } from '../formats/regf/write.ts';
import { packageState, setPackageState, storedPackages, storePackage } from './component-store.ts';
import type { Disk } from './disk.ts';

/**
 * What a cumulative update does with the languages and language features that are in an image: each gets a package of its
 * revision, and the one before is superseded. Those that come later stay as they were released.
 */
export function raiseLanguages(
  image: { software: NewKey; packages: string; disk: Disk },
  { revision, now }: { revision: number; now: bigint },
): void {
  const { software, packages, disk } = image;
  for (const { identity, state } of storedPackages(software)) {
    const parsed = parseIdentity(identity);
    if (parsed === undefined || state !== packageState.installed || !isLanguage(parsed.name)) continue;
    const [major, minor, build, before] = parsed.version.split('.').map(Number);
    if (before === undefined || before >= revision) continue;
    const raised = { ...parsed, version: [major, minor, build, revision].join('.') };
    const printed = printIdentity(raised);
    const file = join(packages, `${identity}.mum`);
    const isThere = disk.stamp(file)?.kind === 'file';
    const known = isThere ? parseManifest(disk.readBytes(file, MAX_MANIFEST)) : manifestOf(parsed);
    const text = printManifest({ ...known, identity: raised });
    disk.replace(join(packages, `${printed}.mum`), new TextEncoder().encode(text));
    disk.replace(join(packages, `${printed}.cat`), `catalog of ${printed}`);
    setPackageState(software, identity, packageState.superseded);
    storePackage(software, {
      identity: printed,
      state: packageState.installed,
      installTime: now,
      installClient: 'DISM Package Manager Provider',
    });
  }
}

function isLanguage(name: string): boolean {
  return packageRole(name) === 'language-pack' || /^microsoft-windows-languagefeatures-/i.test(name);
}

const MAX_MANIFEST = 16 * 1024 * 1024;
