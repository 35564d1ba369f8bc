import { expect, it } from 'vitest';
import { manifestOf, printManifest } from '../../src/formats/mum/print.ts';
import { hiveValue, type NewKey, writeHive } from '../../src/formats/regf/write.ts';
import { inspectImage } from '../../src/images/inspect.ts';
import type { ImageIndex } from '../../src/images/types.ts';
import { hivePath, imageTime, manifestPath, type SampleFiles, sampleWim, windows11Values } from './sample-image.ts';

const foundation = 'Microsoft-Windows-Foundation-Package~31bf3856ad364e35~amd64~~10.0.26100.1';
const rollup = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4349.1.8';
const identity = {
  name: 'Microsoft-Windows-Foundation-Package',
  publicKeyToken: '31bf3856ad364e35',
  architecture: 'amd64',
  language: '',
  version: '10.0.26100.1',
};

it.each([
  [112, 'Enabled'],
  [64, 'Disabled'],
  [0, 'Disabled with Payload Removed'],
  [96, 'Enable Pending'],
  [5, 'Disable Pending'],
  [7, 'Unknown (7)'],
])('calls the state %i of a feature %s, as DISM does', (number, state) => {
  const { features } = indexOf(hive({ [foundation]: { TelnetClient: number } }));

  expect(features).toEqual([
    { name: 'TelnetClient', displayName: null, state, package: foundation, source: 'registry' },
  ]);
});

it('lists of the parts of a package those that its manifest calls features', () => {
  const features = [{ name: 'TelnetClient', displayName: 'Telnet' }];
  const { features: found } = indexOf(hive({ [foundation]: { telnetclient: 112, 'Inner-Part': 112 } }), {
    [manifestPath(foundation)]: printManifest({ ...manifestOf(identity), features }),
  });

  expect(found).toMatchObject([{ name: 'telnetclient', displayName: 'Telnet', source: 'registry and manifest' }]);
});

it('takes no part of an update for a feature', () => {
  expect(indexOf(hive({ [rollup]: { '5060842-1_neutral': 112 } })).features).toEqual([]);
});

it('lists what is only known as chosen, and lets the record of the package decide', () => {
  const { features } = indexOf(
    hive({ [foundation]: { TelnetClient: 64 } }, { TelnetClient: 1, SMB1Protocol: 1, Old: 0 }),
  );

  expect(features?.map(({ name, state, source }) => [name, state, source])).toEqual([
    ['Old', 'Disabled', 'selection'],
    ['SMB1Protocol', 'Enabled', 'selection'],
    ['TelnetClient', 'Disabled', 'registry'],
  ]);
});

it('goes on without a manifest that is no XML', () => {
  const { features } = indexOf(hive({ [foundation]: { A: 112 } }), { [manifestPath(foundation)]: 'no XML' });

  expect(features).toMatchObject([{ name: 'A', source: 'registry' }]);
});

it('has no features where they were not asked for', () => {
  const { wim } = sampleWim([{ files: { [hivePath]: hive({ [foundation]: { A: 112 } }) } }]);

  expect(inspectImage(wim, { path: '', size: 0, packages: true }).indexes[0]?.features).toBeUndefined();
});

function indexOf(software: Uint8Array, files: SampleFiles = {}): Partial<ImageIndex> {
  const { wim } = sampleWim([{ files: { [hivePath]: software, ...files } }]);
  return inspectImage(wim, { path: '', size: 0, packages: false, features: true }).indexes[0] ?? {};
}

function hive(packages: Record<string, Record<string, number>>, chosen: Record<string, number> = {}): Uint8Array {
  const records = Object.entries(packages).map(([name, states]) => key(name, [key('Updates', [], numbers(states))]));
  const choices = Object.entries(chosen).map(([name, selection]) => key(name, [], numbers({ Selection: selection })));
  const servicing = key('Component Based Servicing', [
    key('Packages', records),
    key('Notifications', [key('OptionalFeatures', choices)]),
  ]);
  const windows = key('Windows', [key('CurrentVersion', [servicing])]);
  const windowsNt = key('Windows NT', [key('CurrentVersion', [], windows11Values)]);
  return writeHive(key('ROOT', [key('Microsoft', [windows, windowsNt])]), { lastWritten: imageTime });
}

function numbers(values: Record<string, number>) {
  return Object.entries(values).map(([name, value]) => hiveValue.dword(name, value));
}

function key(name: string, subkeys: NewKey[], values: NewKey['values'] = []): NewKey {
  return { name, subkeys, values };
}
