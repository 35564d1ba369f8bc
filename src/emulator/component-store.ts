/**
 * The record of installed packages in a SOFTWARE hive: the key "Component Based Servicing\Packages". What is written
 * here is what servicing tools, and the engine's own reader, read back.
 */
import { parseIdentity } from '../formats/mum/identity.ts';
import type { NewKey } from '../formats/regf/write.ts';
import { ensureKey, fill, findKey, numberOf, removeKey } from './new-key.ts';

/** Values of CurrentState. */
export const packageState = { staged: 0x40, superseded: 0x50, installPending: 0x60, installed: 0x70 } as const;

/** States of a feature in the record of its package. */
export const featureState = { removed: 0, disabled: 0x40, enablePending: 0x60, enabled: 0x70 } as const;

export interface StoredPackage {
  identity: string;
  state: number;
  /** FILETIME; 0n when it was never installed. */
  installTime: bigint;
}

export function storedPackages(software: NewKey): StoredPackage[] {
  // Names become parts of paths and of the output: what is no identity is left alone.
  const keys = (findKey(software, PACKAGES)?.subkeys ?? []).filter(({ name }) => parseIdentity(name) !== undefined);
  return keys.map((key) => ({
    identity: key.name,
    state: numberOf(key, 'CurrentState') ?? 0,
    installTime: (BigInt(numberOf(key, 'InstallTimeHigh') ?? 0) << 32n) | BigInt(numberOf(key, 'InstallTimeLow') ?? 0),
  }));
}

/** Writes the record of a package, or changes it. */
export function storePackage(software: NewKey, stored: StoredPackage & { installClient: string }): void {
  fill(software, `${PACKAGES}\\${stored.identity}`, {
    CurrentState: stored.state,
    InstallName: `${stored.identity}.mum`,
    InstallClient: stored.installClient,
    InstallUser: 'S-1-5-18',
    InstallLocation: '\\\\?\\C:\\Windows\\servicing\\Packages\\',
    Visibility: 1,
    SelfUpdate: 0,
    InstallTimeHigh: Number(stored.installTime >> 32n),
    InstallTimeLow: Number(stored.installTime & 0xffffffffn),
  });
}

export function setPackageState(software: NewKey, identity: string, state: number): void {
  fill(software, `${PACKAGES}\\${identity}`, { CurrentState: state });
}

/** Whether a feature of a package is switched on; undefined where the record does not say. */
export function featureEnabled(software: NewKey, identity: string, feature: string): boolean | undefined {
  const state = numberOf(findKey(software, `${PACKAGES}\\${identity}\\Updates`), feature);
  return state === undefined ? undefined : state === packageState.installed;
}

/** The features that a record has, with their states. */
export function storedFeatures(software: NewKey, identity: string): { name: string; state: number }[] {
  const key = findKey(software, `${PACKAGES}\\${identity}\\Updates`);
  return (key?.values ?? []).map(({ name }) => ({ name, state: numberOf(key, name) ?? 0 }));
}

export function setFeatureState(software: NewKey, identity: string, feature: { name: string; state: number }): void {
  fill(software, `${PACKAGES}\\${identity}\\Updates`, { [feature.name]: feature.state });
}

/** The name that /Get-Features prints for a state. */
export function featureStateName(state: number): string {
  return featureNames[state] ?? 'Disabled';
}

const featureNames: Record<number, string> = {
  [featureState.removed]: 'Disabled with Payload Removed',
  [featureState.disabled]: 'Disabled',
  [featureState.enablePending]: 'Enable Pending',
  [featureState.enabled]: 'Enabled',
};

export function forgetPackage(software: NewKey, identity: string): void {
  removeKey(ensureKey(software, PACKAGES), identity);
}

/** The name that /Get-Packages prints for a state. */
export function stateName(state: number): string {
  return names[state] ?? (state >= 0x80000000 ? 'Install Pending' : 'Not Present');
}

export const COMPONENT_SERVICING = 'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const PACKAGES = `${COMPONENT_SERVICING}\\Packages`;
const names: Record<number, string> = {
  0: 'Not Present',
  5: 'Uninstall Pending',
  64: 'Staged',
  80: 'Superseded',
  96: 'Install Pending',
  101: 'Partially Installed',
  112: 'Installed',
  128: 'Installed',
};
