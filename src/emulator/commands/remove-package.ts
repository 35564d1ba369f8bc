import { join, resolve } from 'node:path';
import { type PackageIdentity, parseIdentity, printIdentity } from '../../formats/mum/identity.ts';
import { packageRole } from '../../formats/mum/role.ts';
import type { NewKey } from '../../formats/regf/write.ts';
import { isSameLine } from '../applicability.ts';
import { code } from '../codes.ts';
import { refused } from '../command-line.ts';
import {
  COMPONENT_SERVICING,
  forgetPackage,
  packageState,
  type StoredPackage,
  setPackageState,
  storedPackages,
} from '../component-store.ts';
import { DismFailure, hresult } from '../failure.ts';
import { PACKAGES, payloadFolder } from '../install-package.ts';
import { fill, findKey, textOf } from '../new-key.ts';
import { findInImage, readHiveFile, SOFTWARE, SYSTEM, writeHiveFile } from '../offline-image.ts';
import { readPackageFile } from '../package-source.ts';
import { startProgress } from '../progress.ts';
import { serviceImage } from '../service.ts';
import type { Command, Session } from '../session.ts';
import { fileTimeOf, parseRevision } from '../windows-facts.ts';

/**
 * Takes packages out: what they replaced is installed again. What is not there ends with 0x800f0805, what is permanent (the
 * last of its line, and every update after a /ResetBase) with 0x800f0825. An .msu cannot be named.
 */
export const removePackage: Command = {
  names: ['Remove-Package'],
  values: ['PackageName', 'PackagePath'],
  run: (session) =>
    serviceImage(session, { changes: true }, async ({ folder }) => {
      const names = [...(session.line.values.get('packagename') ?? []), ...pathsAsNames(session)];
      if (names.length === 0) throw refused('Either the /PackageName or the /PackagePath option must be specified.');
      let failure: DismFailure | undefined;
      for (const [at, name] of names.entries()) {
        const announced = `Processing ${at + 1} of ${names.length} - `;
        try {
          await removeOne(session, folder, { name, announced });
        } catch (error) {
          if (!(error instanceof DismFailure)) throw error;
          failure = error;
        }
      }
      if (failure !== undefined) throw failure;
    }),
};

function pathsAsNames(session: Session): string[] {
  return (session.line.values.get('packagepath') ?? []).map((path) => {
    if (/\.msu$/i.test(path)) throw new DismFailure(code.notSupported, `${path} is an .msu`);
    return printIdentity(readPackageFile(session, resolve(path)).manifest.identity);
  });
}

async function removeOne(session: Session, folder: string, what: { name: string; announced: string }): Promise<void> {
  const { disk, console } = session;
  const software = readHiveFile(disk, folder, SOFTWARE);
  const stored = storedPackages(software).find(({ identity }) => identity.toLowerCase() === what.name.toLowerCase());
  const identity = stored === undefined ? undefined : parseIdentity(stored.identity);
  const against = whyNotRemovable(software, identity);
  if (stored === undefined || identity === undefined || against !== undefined) {
    const refusal = against ?? new DismFailure(code.invalidPackage, `no package ${what.name}`);
    // Its text stands with the package; the command itself ends with words that fit every package.
    const [shortName = ''] = what.name.split('~');
    await console.line(`${what.announced}${shortName}: ${refusal.message}`);
    await console.line(` Error: ${hresult(refusal.code)}`);
    throw new DismFailure(refusal.code, refusal.detail, NOTHING_DONE);
  }
  const progress = await startProgress(session, `${what.announced}Removing package ${stored.identity}`, 57);
  await progress.to(30);
  takeOut(session, folder, { software, stored, identity });
  await progress.to(100);
}

/** What was replaced by it; a package that replaced nothing has none. */
function formerOf(software: NewKey, identity: PackageIdentity): StoredPackage | undefined {
  const former = storedPackages(software).filter(({ identity: other, state }) => {
    const parsed = parseIdentity(other);
    return state === packageState.superseded && parsed !== undefined && isSameLine(parsed, identity);
  });
  return former.toSorted((one, other) => Number(other.installTime - one.installTime))[0];
}

function whyNotRemovable(software: NewKey, identity: PackageIdentity | undefined): DismFailure | undefined {
  if (identity === undefined || !updateRoles.has(packageRole(identity.name))) return undefined;
  const isReset = textOf(findKey(software, COMPONENT_SERVICING), 'LastResetBase_UTC') !== '';
  if (!isReset && formerOf(software, identity) !== undefined) return undefined;
  return new DismFailure(code.cannotUninstall, `${printIdentity(identity)} is permanent`);
}

function takeOut(
  { disk, clock }: Session,
  folder: string,
  { software, stored, identity }: { software: NewKey; stored: StoredPackage; identity: PackageIdentity },
): void {
  const now = fileTimeOf(clock.now());
  const former = updateRoles.has(packageRole(identity.name)) ? formerOf(software, identity) : undefined;
  const packages = findInImage(disk, folder, PACKAGES);
  for (const kind of packages === undefined ? [] : ['mum', 'cat']) {
    disk.remove(join(packages ?? '', `${stored.identity}.${kind}`));
  }
  disk.remove(payloadFolder(disk, folder, identity));
  forgetPackage(software, stored.identity);
  if (former !== undefined) setPackageState(software, former.identity, packageState.installed);
  const revision = parseRevision(parseIdentity(former?.identity ?? '')?.version ?? '')?.revision;
  if (packageRole(identity.name) === 'cumulative-update' && revision !== undefined) {
    const system = readHiveFile(disk, folder, SYSTEM);
    fill(system, 'ControlSet001\\Control\\Windows', { CSDBuildNumber: revision });
    writeHiveFile(disk, folder, { name: SYSTEM, root: system, now });
    fill(software, 'Microsoft\\Windows NT\\CurrentVersion', { UBR: revision });
  }
  writeHiveFile(disk, folder, { name: SOFTWARE, root: software, now });
}

const updateRoles = new Set(['cumulative-update', 'servicing-stack', 'dotnet-update']);
const NOTHING_DONE = 'DISM failed. No operation was performed.\r\nFor more information, review the log file.';
