/** A SOFTWARE hive as large as a real one: version key, records of packages, and tens of thousands of other keys. */
import { hiveValue, type NewKey, type NewValue, writeHive } from '../src/formats/regf/write.ts';
import { type Numbers, numbersFrom } from './numbers.ts';

const lastWritten = 133_800_000_000_000_000n;

/** The bytes of the hive; another `seed` gives another hive of the same size. One of `otherKeys` takes about 1.7 KB. */
export function makeSoftwareHive(
  identities: readonly string[],
  options: { seed: number; otherKeys: number },
): Uint8Array {
  const numbers = numbersFrom(options.seed);
  const packages = identities.map((identity) => key(identity, [key('Owners', [], [])], packageValues(numbers)));
  const classes = Array.from({ length: options.otherKeys }, () => classKey(numbers));
  const tree = key('ROOT', [
    key('Classes', [key('CLSID', classes)]),
    key('Microsoft', [
      key('Windows', [key('CurrentVersion', [key('Component Based Servicing', [key('Packages', packages)])])]),
      key('Windows NT', [key('CurrentVersion', [], versionValues(options.seed))]),
    ]),
  ]);
  return writeHive(tree, { lastWritten });
}

function key(name: string, subkeys: NewKey[] = [], values: NewValue[] = []): NewKey {
  return { name, subkeys, values };
}

function versionValues(seed: number): NewValue[] {
  return [
    hiveValue.string('CurrentBuild', '26100'),
    hiveValue.dword('UBR', 4000 + seed),
    hiveValue.string('DisplayVersion', '24H2'),
    hiveValue.string('EditionID', 'Enterprise'),
    hiveValue.string('InstallationType', 'Client'),
    hiveValue.string('ProductName', 'Windows 10 Enterprise'),
    hiveValue.string('BuildLabEx', '26100.1.amd64fre.ge_release.240331-1435'),
  ];
}

/** The eleven values that the servicing stack keeps of a package. */
function packageValues(numbers: Numbers): NewValue[] {
  return [
    hiveValue.dword('CurrentState', numbers.pick([112, 112, 112, 80, 64])),
    hiveValue.dword('InstallClient', 1),
    hiveValue.string('InstallLocation', `\\\\?\\C:\\Windows\\CbsTemp\\${numbers.hex(16)}\\`),
    hiveValue.string('InstallName', 'update.mum'),
    hiveValue.dword('InstallTimeHigh', 31_100_000 + numbers.below(50_000)),
    hiveValue.dword('InstallTimeLow', numbers.below(2 ** 31)),
    hiveValue.string('InstallUser', 'S-1-5-18'),
    hiveValue.dword('LastError', 0),
    hiveValue.dword('SelfUpdate', 0),
    hiveValue.dword('Trusted', 1),
    hiveValue.dword('Visibility', numbers.pick([1, 1, 1, 2])),
  ];
}

/** One class registration: a path, some names, and one binary value that does not compress. */
function classKey(numbers: Numbers): NewKey {
  const server = `%SystemRoot%\\System32\\${numbers.hex(6)}.dll`;
  const name = `${numbers.pick(['Shell', 'Network', 'Media', 'Print', 'Storage'])} ${numbers.hex(4)} Class`;
  const id = `{${numbers.uuid()}}`;
  return key(
    id,
    [
      key('InprocServer32', [], [hiveValue.expandString('', server), hiveValue.string('ThreadingModel', 'Both')]),
      key('ProgID', [], [hiveValue.string('', `Windows.${name.replaceAll(' ', '')}.1`)]),
    ],
    [
      hiveValue.string('', name),
      hiveValue.string('AppID', `{${numbers.uuid()}}`),
      hiveValue.binary('State', numbers.bytes(64 + numbers.below(128))),
      hiveValue.binary('Layout', new Uint8Array(256 + numbers.below(512))),
    ],
  );
}
