import { join } from 'node:path';
import { type PackageIdentity, parseIdentity, printIdentity } from '../formats/mum/identity.ts';
import { packageRole } from '../formats/mum/role.ts';
import type { StandInPackage } from '../packages/stand-in/package.ts';
import { isSameLine } from './applicability.ts';
import { code } from './codes.ts';
import { packageState, setPackageState, storedPackages, storePackage } from './component-store.ts';
import { DismFailure } from './failure.ts';
import { fill } from './new-key.ts';
import { findInImage, readHiveFile, SOFTWARE, SYSTEM, writeHiveFile } from './offline-image.ts';
import { payloadFolderName } from './payload.ts';
import type { Progress } from './progress.ts';
import { raiseLanguages } from './raise-languages.ts';
import { renewBootFiles } from './renew-boot-files.ts';
import type { Session } from './session.ts';
import { setupProgram, setupPrograms } from './setup-programs.ts';
import { fileTimeOf } from './windows-facts.ts';

/**
 * Installs a stand-in: payload and manifest, then the SYSTEM hive, the SOFTWARE hive last. Whoever dies before the last
 * step leaves an image that still says that the update is not in it.
 */
export async function installPackage(
  session: Session,
  folder: string,
  what: { package: StandInPackage; progress: Progress },
): Promise<void> {
  const { disk, log } = session;
  const { facts, manifest, manifestText, payload } = what.package;
  const { progress } = what;
  const identity = printIdentity(manifest.identity);
  if (parseIdentity(identity) === undefined) throw new DismFailure(code.invalidData, `bad identity ${identity}`);
  const now = fileTimeOf(session.clock.now());

  const packages = findInImage(disk, folder, PACKAGES);
  if (packages === undefined) throw new DismFailure(code.fileNotFound, `${folder} has no ${PACKAGES}`);
  const bytes = payload();
  await progress.to(30);
  const store = payloadFolder(disk, folder, manifest.identity);
  disk.makeFolder(store);
  disk.replace(join(store, 'payload.bin'), bytes);
  await progress.to(50);
  disk.replace(join(packages, `${identity}.mum`), manifestText);
  disk.replace(join(packages, `${identity}.cat`), `catalog of ${identity}`);
  await progress.to(70);

  const role = packageRole(manifest.identity.name);
  if (role === 'cumulative-update') {
    renewSetup(session, folder, facts);
    renewBootFiles(session, folder, facts);
    const system = readHiveFile(disk, folder, SYSTEM);
    fill(system, 'ControlSet001\\Control\\Windows', { CSDBuildNumber: facts.revision });
    writeHiveFile(disk, folder, { name: SYSTEM, root: system, now });
  }
  if (role === 'language-pack') {
    const system = readHiveFile(disk, folder, SYSTEM);
    fill(system, `ControlSet001\\Control\\MUI\\UILanguages\\${manifest.identity.language}`, { Type: 0x91 });
    writeHiveFile(disk, folder, { name: SYSTEM, root: system, now });
  }
  await progress.to(85);

  // What .NET cannot finish offline waits for the first start.
  const isPending = role === 'dotnet-update';
  if (isPending) leavePending(disk, folder, identity);
  const software = readHiveFile(disk, folder, SOFTWARE);
  for (const old of storedPackages(software)) {
    const parsed = parseIdentity(old.identity);
    const isReplaced =
      parsed !== undefined &&
      isSameLine(parsed, manifest.identity) &&
      old.identity !== identity &&
      old.state === packageState.installed;
    if (isReplaced) setPackageState(software, old.identity, packageState.superseded);
  }
  storePackage(software, {
    identity,
    state: isPending ? packageState.installPending : packageState.installed,
    installTime: now,
    installClient: 'DISM Package Manager Provider',
  });
  if (role === 'cumulative-update') {
    fill(software, 'Microsoft\\Windows NT\\CurrentVersion', { UBR: facts.revision });
    raiseLanguages({ software, packages, disk }, { revision: facts.revision, now });
  }
  writeHiveFile(disk, folder, { name: SOFTWARE, root: software, now });
  await progress.to(100);

  const done = `Exec: Processing complete.  Session: ${session.pid}_1, Package: ${identity}`;
  log.write('Info', 'CBS', `${done}, Identifier: ${manifest.identifier} [HRESULT = 0x00000000 - S_OK]`);
  log.write(
    'Info',
    'CBS',
    isPending ? pendingLine : 'Exec: Offline commit completes with no pending online operations.',
  );
}

/** In a boot image that holds Setup the update renews its programs. */
function renewSetup({ disk }: Session, folder: string, facts: { build: number; revision: number }): void {
  for (const name of setupPrograms) {
    const path = findInImage(disk, folder, `\\sources\\${name}`);
    if (path !== undefined) disk.replace(path, setupProgram(name, facts));
  }
}

const pendingLine = 'Exec: Offline commit completes, operations are pending for the first start.';

function pendingText(identity: string): Uint8Array {
  const text = `<?xml version='1.0' encoding='utf-8'?>\r\n<PendingTransaction><!-- ${identity} --></PendingTransaction>\r\n`;
  return new TextEncoder().encode(text);
}

/** Leaves work for the first start, with which DISM refuses a clean-up. */
export function leavePending(disk: Session['disk'], folder: string, what: string): void {
  disk.replace(join(componentStore(disk, folder), 'pending.xml'), pendingText(what));
}

/** Where the payload of a package is kept in the image: the part that a clean-up gives back. */
export function payloadFolder(disk: Session['disk'], folder: string, identity: PackageIdentity): string {
  return join(componentStore(disk, folder), payloadFolderName(identity));
}

function componentStore(disk: Session['disk'], folder: string): string {
  const store = findInImage(disk, folder, '\\Windows\\WinSxS');
  if (store === undefined) throw new DismFailure(code.fileNotFound, `${folder} has no component store`);
  return store;
}

export const PACKAGES = '\\Windows\\servicing\\Packages';
