import { identityKey } from '../formats/mum/identity.ts';
import { type Hive, type HiveKey, type HiveValue, registryType } from '../formats/regf/read.ts';
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
  /** Value Release of .NET Framework 4. */
  dotNetRelease: number | null;
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
const dotNetKey = 'Microsoft\\NET Framework Setup\\NDP\\v4\\Full';
const packagesKey = 'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages';
/** Value of Visibility of a package that is part of another one. */
const hiddenVisibility = 2;

/** Undefined when the hive has no Windows in it. Throws `FormatError` when the part of the hive is damaged. */
export function readWindowsFacts(hive: Hive): WindowsFacts | undefined {
  const key = hive.key(windowsKey);
  if (key === undefined) return undefined;
  const values = valuesOf(key);
  const build =
    textOf(values, 'CurrentBuild') ||
    textOf(values, 'CurrentBuildNumber') ||
    // Some tools write it as a number.
    `${numberOf(values, 'CurrentBuild') ?? numberOf(values, 'CurrentBuildNumber') ?? ''}`;
  return {
    build: /^\d{1,6}$/.test(build) ? Number(build) : null,
    ubr: numberOf(values, 'UBR'),
    displayVersion: textOf(values, 'DisplayVersion'),
    releaseId: textOf(values, 'ReleaseId'),
    editionId: textOf(values, 'EditionID'),
    installationType: textOf(values, 'InstallationType'),
    productName: textOf(values, 'ProductName'),
    buildLab: textOf(values, 'BuildLabEx') || textOf(values, 'BuildLab'),
    dotNetRelease: dotNetReleaseIn(hive),
  };
}

function dotNetReleaseIn(hive: Hive): number | null {
  const key = hive.key(dotNetKey);
  return key === undefined ? null : numberOf(valuesOf(key), 'Release');
}

/** The records of all packages by `identityKey`. Throws `FormatError` when that part of the hive is damaged. */
export function readPackageRecords(hive: Hive): Map<string, PackageRecord> {
  const records = new Map<string, PackageRecord>();
  const key = hive.key(packagesKey);
  for (const record of key?.subkeys() ?? []) {
    const identity = record.name;
    const values = valuesOf(record);
    records.set(identityKey(identity), {
      identity,
      state: packageState(numberOf(values, 'CurrentState') ?? 0),
      installed: filetimeOf(values),
      installName: textOf(values, 'InstallName'),
      hidden: numberOf(values, 'Visibility') === hiddenVisibility,
    });
  }
  return records;
}

type Values = ReadonlyMap<string, HiveValue>;

/** All values in one pass: cheaper than one search for each, with thousands of keys. Names in lower case. */
function valuesOf(key: HiveKey): Values {
  return new Map(Array.from(key.values(), (value) => [value.name.toLowerCase(), value]));
}

function filetimeOf(values: Values): bigint {
  const high = numberOf(values, 'InstallTimeHigh') ?? 0;
  const low = numberOf(values, 'InstallTimeLow') ?? 0;
  return BigInt(high) * 2n ** 32n + BigInt(low);
}

/** A value of another type than expected says nothing. Damage is still an error. */
function textOf(values: Values, name: string): string {
  const value = values.get(name.toLowerCase());
  const isText = value?.type === registryType.string || value?.type === registryType.expandString;
  return isText ? value.text().trim() : '';
}

function numberOf(values: Values, name: string): number | null {
  const value = values.get(name.toLowerCase());
  return value?.type === registryType.dword ? value.number() : null;
}
