import { identityKey } from '../formats/mum/identity.ts';
import { type Hive, type HiveKey, registryType } from '../formats/regf/read.ts';
import { packageState } from './package-state.ts';

/** What the SOFTWARE hive says about its Windows. '' and null: the hive does not say it. */
export interface WindowsFacts {
  build: number | null;
  ubr: number | null;
  displayVersion: string;
  releaseId: string;
  editionId: string;
  installationType: string;
  productName: string;
  /** For example 26100.1.amd64fre.ge_release.240331-1435 */
  buildLab: string;
}

/** The servicing stack's record of one package. */
export interface PackageRecord {
  identity: string;
  state: string;
  /** FILETIME, 0n = none. */
  installed: bigint;
  installName: string;
  hidden: boolean;
}

const windowsKey = 'Microsoft\\Windows NT\\CurrentVersion';
const packagesKey = 'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages';
/** Value of Visibility of a package that is part of another one. */
const hiddenVisibility = 2;

/** Undefined when the hive has no Windows in it. Throws `FormatError` when the part of the hive is damaged. */
export function readWindowsFacts(hive: Hive): WindowsFacts | undefined {
  const key = hive.key(windowsKey);
  if (key === undefined) return undefined;
  const build = textOf(key, 'CurrentBuild') || textOf(key, 'CurrentBuildNumber');
  return {
    build: /^\d{1,6}$/.test(build) ? Number(build) : null,
    ubr: numberOf(key, 'UBR'),
    displayVersion: textOf(key, 'DisplayVersion'),
    releaseId: textOf(key, 'ReleaseId'),
    editionId: textOf(key, 'EditionID'),
    installationType: textOf(key, 'InstallationType'),
    productName: textOf(key, 'ProductName'),
    buildLab: textOf(key, 'BuildLabEx') || textOf(key, 'BuildLab'),
  };
}

/** The records of all packages by `identityKey`. Throws `FormatError` when that part of the hive is damaged. */
export function readPackageRecords(hive: Hive): Map<string, PackageRecord> {
  const records = new Map<string, PackageRecord>();
  const key = hive.key(packagesKey);
  for (const record of key?.subkeys() ?? []) {
    const identity = record.name;
    records.set(identityKey(identity), {
      identity,
      state: packageState(numberOf(record, 'CurrentState') ?? 0),
      installed: filetimeOf(record),
      installName: textOf(record, 'InstallName'),
      hidden: numberOf(record, 'Visibility') === hiddenVisibility,
    });
  }
  return records;
}

function filetimeOf(record: HiveKey): bigint {
  const high = numberOf(record, 'InstallTimeHigh') ?? 0;
  const low = numberOf(record, 'InstallTimeLow') ?? 0;
  return BigInt(high) * 2n ** 32n + BigInt(low);
}

/** A value of another type than expected says nothing. Damage is still an error. */
function textOf(key: HiveKey, name: string): string {
  const value = key.value(name);
  const isText = value?.type === registryType.string || value?.type === registryType.expandString;
  return isText ? value.text().trim() : '';
}

function numberOf(key: HiveKey, name: string): number | null {
  const value = key.value(name);
  return value?.type === registryType.dword ? value.number() : null;
}
