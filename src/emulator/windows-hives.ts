import type { PackageManifest } from '../formats/mum/manifest.ts';
import { type NewKey, writeHive } from '../formats/regf/write.ts';
import { dotNetRelease, shippedDotNet } from '../updates/dot-net.ts';
import { COMPONENT_SERVICING, featureState, packageState, storePackage } from './component-store.ts';
import { madeAt, type RehearsalIndexSpec } from './image-spec.ts';
import { fill, keyOf } from './new-key.ts';
import { installedManifests, manifestIdentity, rehearsalFeatures } from './rehearsal-packages.ts';
import { architectures, fileTimeOf, servicingType } from './windows-facts.ts';

/** The SOFTWARE hive of a made index: who this Windows is, and which packages are installed in it. */
export function softwareHive(spec: RehearsalIndexSpec): Uint8Array {
  const root: NewKey = keyOf('SOFTWARE', {});
  fill(root, 'Microsoft\\Windows NT\\CurrentVersion', {
    SystemRoot: 'C:\\Windows',
    CurrentVersion: '6.3',
    // Windows before 10 has one text only.
    ...(spec.version === '6.3' ? {} : { CurrentMajorVersionNumber: 10, CurrentMinorVersionNumber: 0 }),
    CurrentBuild: String(spec.build),
    CurrentBuildNumber: String(spec.build),
    UBR: spec.revision,
    DisplayVersion: spec.release,
    ReleaseId: '2009',
    EditionID: spec.edition,
    InstallationType: spec.installationType,
    // Windows 11 itself says "Windows 10" here.
    ProductName: isServer(spec) ? spec.name : `Windows 10 ${spec.edition}`,
    BuildLabEx: `${spec.build}.1.${architectures[spec.architecture].servicing}fre.rehearsal.240401-0729`,
  });
  const dotNet = dotNetRelease(shippedDotNet(spec.build) ?? '');
  if (dotNet !== null) fill(root, 'Microsoft\\NET Framework Setup\\NDP\\v4\\Full', { Release: dotNet });
  for (const manifest of installedManifests(spec)) {
    storePackage(root, {
      identity: manifestIdentity(manifest),
      state: packageState.installed,
      installTime: fileTimeOf(madeAt),
      installClient: 'DISM Package Manager Provider',
    });
    storeFeatures(root, manifest);
  }
  return writeHive(root, { lastWritten: fileTimeOf(madeAt) });
}

function storeFeatures(root: NewKey, manifest: PackageManifest): void {
  const states = manifest.features.map(({ name }) => {
    const known = rehearsalFeatures.find((feature) => feature.name === name);
    return [name, known?.state ?? featureState.disabled] as const;
  });
  if (states.length === 0) return;
  fill(root, `${COMPONENT_SERVICING}\\Packages\\${manifestIdentity(manifest)}\\Updates`, Object.fromEntries(states));
}

/** The SYSTEM hive: what capturing tools take edition, revision and languages of the WIM's XML from. */
export function systemHive(spec: RehearsalIndexSpec): Uint8Array {
  const root: NewKey = keyOf('SYSTEM', {});
  const control = 'ControlSet001\\Control';
  fill(root, 'Select', { Current: 1, Default: 1, Failed: 0, LastKnownGood: 1 });
  fill(root, `${control}\\Windows`, { CSDBuildNumber: spec.revision, CSDVersion: 0 });
  fill(root, `${control}\\ProductOptions`, { ProductType: isServer(spec) ? 'ServerNT' : 'WinNT' });
  fill(root, `${control}\\Session Manager\\Environment`, {
    PROCESSOR_ARCHITECTURE: architectures[spec.architecture].servicing.toUpperCase(),
  });
  fill(root, `${control}\\MUI\\UILanguages\\${spec.language}`, { Type: 0x91 });
  fill(root, `${control}\\Nls\\Language`, { InstallLanguage: languageIds[spec.language.toLowerCase()] ?? '0409' });
  return writeHive(root, { lastWritten: fileTimeOf(madeAt) });
}

export function isServer(spec: RehearsalIndexSpec): boolean {
  return servicingType(spec.installationType) === 'server';
}

const languageIds: Record<string, string> = {
  'de-de': '0407',
  'en-gb': '0809',
  'en-us': '0409',
  'es-es': '0C0A',
  'fr-fr': '040C',
  'it-it': '0410',
  'ja-jp': '0411',
  'ko-kr': '0412',
  'pt-br': '0416',
  'zh-cn': '0804',
};
