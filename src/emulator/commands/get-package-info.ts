import { resolve } from 'node:path';
import { parseIdentity, printIdentity } from '../../formats/mum/identity.ts';
import type { PackageManifest } from '../../formats/mum/manifest.ts';
import { manifestOf } from '../../formats/mum/print.ts';
import { packageRole } from '../../formats/mum/role.ts';
import type { NewKey } from '../../formats/regf/write.ts';
import { whyNotApplicable } from '../applicability.ts';
import { code } from '../codes.ts';
import { optionValue, refused } from '../command-line.ts';
import { featureEnabled, stateName, storedPackages } from '../component-store.ts';
import { DismFailure, hresult } from '../failure.ts';
import { type OfflineWindows, readHiveFile, SOFTWARE } from '../offline-image.ts';
import { CannotOpenPackage, readPackageFile } from '../package-source.ts';
import { serviceImage } from '../service.ts';
import type { Command, Session } from '../session.ts';
import { storedManifest } from '../stored-manifest.ts';
import { fileTimeOf, shownTime } from '../windows-facts.ts';

/** Describes one package: a .cab file, or one that the image knows. An .msu is refused, as by dism.exe. */
export const getPackageInfo: Command = {
  names: ['Get-PackageInfo'],
  values: ['PackagePath', 'PackageName'],
  run: (session) =>
    serviceImage(session, { changes: false }, async (windows) => {
      const path = optionValue(session.line, 'PackagePath');
      const name = optionValue(session.line, 'PackageName');
      if ((path === undefined) === (name === undefined)) {
        throw refused('Either the /PackageName or the /PackagePath option must be specified.');
      }
      const shown = path === undefined ? stored(session, windows, name ?? '') : await ofFile(session, windows, path);
      for (const line of linesOf(shown, session.machine.culture)) await session.console.line(line);
    }),
};

interface Shown {
  manifest: PackageManifest;
  applicable: boolean;
  state: string;
  /** FILETIME; 0n when it was never installed. */
  installTime: bigint;
  installClient: string;
  /** Names of the features that are switched on. */
  enabled: ReadonlySet<string>;
}

async function ofFile(session: Session, windows: OfflineWindows, given: string): Promise<Shown> {
  const path = resolve(given);
  try {
    if (/\.msu$/i.test(path)) throw new DismFailure(code.notSupported, `${path} is an .msu`);
    const opened = readPackageFile(session, path);
    const software = readHiveFile(session.disk, windows.folder, SOFTWARE);
    const identity = printIdentity(opened.manifest.identity);
    const known = storedPackages(software).find((each) => each.identity === identity);
    const against = whyNotApplicable(session, { package: opened, path }, { windows, software });
    return {
      manifest: opened.manifest,
      // What is installed is applicable, although it is not installed again.
      applicable: known !== undefined || against?.code !== code.notApplicable,
      state: stateName(known?.state ?? 0),
      installTime: known?.installTime ?? 0n,
      installClient: known === undefined ? '' : INSTALL_CLIENT,
      enabled: enabledIn(software, opened.manifest),
    };
  } catch (error) {
    if (!(error instanceof DismFailure)) throw error;
    const name = error instanceof CannotOpenPackage ? error.path : path;
    await session.console.line(`An error occurred trying to open - ${name} Error: ${hresult(error.code)}`);
    throw error;
  }
}

function stored(session: Session, { folder }: OfflineWindows, name: string): Shown {
  const software = readHiveFile(session.disk, folder, SOFTWARE);
  const known = storedPackages(software).find((each) => each.identity.toLowerCase() === name.toLowerCase());
  const identity = known === undefined ? undefined : parseIdentity(known.identity);
  if (known === undefined || identity === undefined) throw new DismFailure(code.invalidPackage, `no package ${name}`);
  const found = storedManifest(session.disk, folder, known.identity);
  const manifest = found === undefined || found === 'damaged' ? manifestOf(identity) : found;
  return {
    manifest,
    applicable: true,
    state: stateName(known.state),
    installTime: known.installTime,
    installClient: INSTALL_CLIENT,
    enabled: enabledIn(software, manifest),
  };
}

function enabledIn(software: NewKey, { identity, features }: PackageManifest): Set<string> {
  const printed = printIdentity(identity);
  return new Set(features.map(({ name }) => name).filter((name) => featureEnabled(software, printed, name)));
}

function linesOf(shown: Shown, culture: string): string[] {
  const { manifest, applicable, state, installTime, installClient, enabled } = shown;
  const { identity, features, custom } = manifest;
  const printed = printIdentity(identity);
  const created = Date.parse(manifest.creationTimeStamp);
  const selfServicing = packageRole(identity.name) === 'servicing-stack';
  return [
    'Package information:',
    '',
    `Package Identity : ${printed}`,
    `Applicable : ${applicable ? 'Yes' : 'No'}`,
    `Copyright : ${manifest.copyright}`,
    `Company : ${manifest.company}`,
    `Creation Time : ${Number.isNaN(created) ? '' : shownTime(fileTimeOf(new Date(created)), culture)}`,
    `Description : ${manifest.description}`,
    `Install Client : ${installClient}`,
    `Install Package Name : ${installTime === 0n ? '' : `${printed}.mum`}`,
    `Install Time : ${shownTime(installTime, culture)}`,
    'Last Update Time : ',
    `Name : ${manifest.displayName}`,
    `Product Name : ${identity.name}`,
    'Product Version : ',
    `Release Type : ${manifest.releaseType || 'Other'}`,
    `Restart Required : ${restarts[manifest.restart.toLowerCase()] ?? 'Possible'}`,
    `Support Information : ${manifest.supportInformation}`,
    `State : ${state}`,
    // What servicing answers of cumulative updates and of stacks; both work offline.
    `Completely offline capable : ${selfServicing ? 'No' : 'Undetermined'}`,
    `Self servicing package : ${selfServicing ? 'Yes' : 'No'}`,
    `Capability Identity : ${manifest.capabilities[0] ?? ''}`,
    '',
    'Custom Properties:',
    '',
    ...listOr('(No custom properties found)', Object.entries(custom), ([name, value]) => [
      `${name.includes('\\') ? name : `\\${name}`} : ${value}`,
    ]),
    `Features listing for package : ${printed}`,
    '',
    ...listOr('(No features found for this package)', features, ({ name }) => [
      `Feature Name : ${name}`,
      `State : ${enabled.has(name) ? 'Enabled' : 'Disabled'}`,
      '',
    ]),
  ];
}

/** Lines of each, or the one that says that there are none; a blank line behind. */
function listOr<Item>(nothing: string, items: readonly Item[], lines: (item: Item) => string[]): string[] {
  const all = items.length === 0 ? [nothing] : items.flatMap(lines);
  return all.at(-1) === '' ? all : [...all, ''];
}

const restarts: Record<string, string> = { never: 'No', required: 'Required', possible: 'Possible' };
const INSTALL_CLIENT = 'DISM Package Manager Provider';
