import { describe, expect, it } from 'vitest';
import {
  forgetPackage,
  packageState,
  setPackageState,
  stateName,
  storedPackages,
  storePackage,
} from '../../src/emulator/component-store.ts';
import { ensureKey, fill, findKey, keyOf, numberOf, textOf } from '../../src/emulator/new-key.ts';

const packages = 'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages';
const identity = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4349.1.20';

describe('component store', () => {
  it('gives back what was stored, and forgets it', () => {
    const software = keyOf('SOFTWARE', {});
    const installTime = 0x01da8406439ec600n;

    storePackage(software, { identity, state: packageState.installed, installTime, installClient: 'x' });
    expect(storedPackages(software)).toEqual([{ identity, state: 0x70, installTime }]);
    setPackageState(software, identity.toUpperCase(), packageState.superseded);
    expect(storedPackages(software)).toEqual([{ identity, state: 0x50, installTime }]);
    forgetPackage(software, identity.toLowerCase());
    expect(storedPackages(software)).toEqual([]);
  });

  it.each(['..\\..\\x', '../../etc~~~~1', 'a\nb~~~~1', 'no identity'])('leaves the key %j alone', (name) => {
    const software = keyOf('SOFTWARE', {});
    ensureKey(software, packages).subkeys.push(keyOf(name, { CurrentState: 0x50 }));
    expect(storedPackages(software)).toEqual([]);
  });

  it.each([
    [0, 'Not Present'],
    [5, 'Uninstall Pending'],
    [0x40, 'Staged'],
    [0x50, 'Superseded'],
    [0x60, 'Install Pending'],
    [0x65, 'Partially Installed'],
    [0x70, 'Installed'],
    [0x80, 'Installed'],
  ])('state %s is called %s', (state, name) => {
    expect(stateName(state)).toBe(name);
  });
});

describe('keys in memory', () => {
  it('are found in any case and made where they are missing; values are replaced', () => {
    const root = keyOf('root', {});
    fill(root, 'A\\B', { Number: 7, Text: 'seven' });
    fill(root, 'a\\b', { number: 8 });

    expect(root.subkeys).toHaveLength(1);
    expect(numberOf(findKey(root, 'a\\B'), 'NUMBER')).toBe(8);
    expect(textOf(findKey(root, 'A\\b'), 'text')).toBe('seven');
    expect(findKey(root, 'A\\C')).toBeUndefined();
    expect([numberOf(undefined, 'x'), textOf(undefined, 'x')]).toEqual([undefined, '']);
  });
});
