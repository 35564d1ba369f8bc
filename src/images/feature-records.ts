/**
 * What the SOFTWARE hive says about optional features. Each package that brings features has a key `Updates` in its
 * record, with the state of each as a number; `Notifications\OptionalFeatures` has what an administrator chose.
 */
import { identityKey, parseIdentity } from '../formats/mum/identity.ts';
import { isUpdateRole, packageRole } from '../formats/mum/role.ts';
import { type Hive, type HiveKey, registryType } from '../formats/regf/read.ts';

export interface FeatureRecords {
  /** By `identityKey` of the package, then by name of the feature as written. */
  byPackage: Map<string, { identity: string; states: Map<string, number> }>;
  /** Whether the feature was chosen, by its name. */
  chosen: Map<string, boolean>;
}

const servicingKey = 'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';

/** Throws `FormatError` when that part of the hive is damaged. */
export function readFeatureRecords(hive: Hive): FeatureRecords {
  const records: FeatureRecords = { byPackage: new Map(), chosen: new Map() };
  for (const key of hive.key(`${servicingKey}\\Packages`)?.subkeys() ?? []) {
    const identity = key.name;
    if (!mayHaveFeatures(identity)) continue;
    const states = numbersOf(key.subkey('Updates'));
    if (states.size > 0) records.byPackage.set(identityKey(identity), { identity, states });
  }
  for (const key of hive.key(`${servicingKey}\\Notifications\\OptionalFeatures`)?.subkeys() ?? []) {
    const selection = numbersOf(key).get('Selection');
    if (selection !== undefined) records.chosen.set(key.name, selection !== 0);
  }
  return records;
}

/** Updates and languages have the key too: their parts are no features. */
function mayHaveFeatures(identity: string): boolean {
  const role = packageRole(parseIdentity(identity)?.name ?? '');
  return !isUpdateRole(role) && role !== 'update-part' && role !== 'language-pack';
}

function numbersOf(key: HiveKey | undefined): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const value of key?.values() ?? []) {
    if (value.type === registryType.dword && value.name !== '') numbers.set(value.name, value.number());
  }
  return numbers;
}
