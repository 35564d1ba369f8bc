import { identityKey } from '../formats/mum/identity.ts';
import { printManifest } from '../formats/mum/print.ts';
import type { NewWimEntry, NewWimTree } from '../formats/wim/types.ts';
import type { BootFiles } from './boot-files.ts';
import { filler } from './filler.ts';
import { madeAt, type RehearsalIndexSpec } from './image-spec.ts';
import { PAYLOAD_BYTES, payloadFolderName, payloadSeed } from './payload.ts';
import { peStub } from './pe-stub.ts';
import { installedManifests, manifestIdentity, rollupIdentity } from './rehearsal-packages.ts';
import { setupProgram, setupPrograms } from './setup-programs.ts';
import { architectures, fileTimeOf } from './windows-facts.ts';
import { softwareHive, systemHive } from './windows-hives.ts';

/** Takes content and returns its SHA-1, as `WimWriter.addBlob` does. */
export type AddContent = (content: Iterable<Uint8Array>, size: number) => string;

/** What a made index holds besides Windows. */
export interface MoreFiles {
  recovery?: Uint8Array | undefined;
  boot?: BootFiles | undefined;
}

/**
 * The tree of a made index: the files that a Windows is recognised by, records of its packages, and as many more as the
 * spec asks for; `recovery` is the file of a recovery image to put in, `boot` the boot files below \\Windows. A hard link, short names and a security descriptor are in it, so that a rehearsal meets them.
 */
export function windowsTree(spec: RehearsalIndexSpec, add: AddContent, more: MoreFiles = {}): NewWimTree {
  const { recovery, boot = new Map<string, Uint8Array>() } = more;
  const file = (name: string, bytes: Uint8Array): NewWimEntry => ({
    ...entry(name, FILE),
    sha1: bytes.length === 0 ? '' : add([bytes], bytes.length),
  });
  const stub = peStub(architectures[spec.architecture].peMachine);
  const notepad = { ...file('notepad.exe', text(`notepad of ${spec.name}`)), hardLinkGroup: 1n };

  const config = folder('config', [file('SOFTWARE', softwareHive(spec)), file('SYSTEM', systemHive(spec))]);
  const system32 = folder('System32', [
    config,
    folder('rehearsal', fillerFiles(spec, add)),
    folder('Recovery', recovery === undefined ? [] : [file('winre.wim', recovery)]),
    file('kernel32.dll', stub),
    file('ntoskrnl.exe', stub),
    notepad,
    ...under(boot, 'System32', file),
  ]);
  const windows = folder('Windows', [
    folder('servicing', [folder('Packages', packageFiles(spec, file))]),
    folder('WinSxS', [folder('Backup', []), payloadOf(spec, add)]),
    system32,
    notepad,
    ...(boot.size === 0 ? [] : [folder('Boot', under(boot, 'Boot', file))]),
  ]);
  const root = folder('', [
    windows,
    ...(spec.pe === 'setup'
      ? [
          folder(
            'sources',
            setupPrograms.map((name) => file(name, setupProgram(name, spec))),
          ),
        ]
      : []),
    { ...folder('Program Files', []), shortName: 'PROGRA~1' },
    folder('Users', [folder('Public', [])]),
  ]);
  return { root, securityDescriptors: [systemOwned] };
}

/** The entries of a folder, from the paths of its files. */
function under(files: BootFiles, name: string, file: (name: string, bytes: Uint8Array) => NewWimEntry): NewWimEntry[] {
  const inside = new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(`${name}\\`) ? [[path.slice(name.length + 1), bytes]] : [],
    ) as [string, Uint8Array][],
  );
  const names = new Set([...inside.keys()].map((path) => path.split('\\', 1)[0] ?? ''));
  return [...names].map((child) => {
    const bytes = inside.get(child);
    return bytes === undefined ? folder(child, under(inside, child, file)) : file(child, bytes);
  });
}

function packageFiles(spec: RehearsalIndexSpec, file: (name: string, bytes: Uint8Array) => NewWimEntry): NewWimEntry[] {
  const names = new Set<string>();
  return installedManifests(spec).flatMap((manifest) => {
    const identity = manifestIdentity(manifest);
    if (names.has(identityKey(identity))) return [];
    names.add(identityKey(identity));
    return [
      file(`${identity}.mum`, text(printManifest(manifest))),
      file(`${identity}.cat`, text(`catalog of ${identity}`)),
    ];
  });
}

/** The payload of the cumulative update: what a clean-up gives back once a newer one is installed. */
function payloadOf(spec: RehearsalIndexSpec, add: AddContent): NewWimEntry {
  const seed = payloadSeed(spec);
  const payload = { ...entry('payload.bin', FILE), sha1: add(filler(seed, PAYLOAD_BYTES), PAYLOAD_BYTES) };
  return folder(payloadFolderName(rollupIdentity(spec)), [payload]);
}

function fillerFiles(spec: RehearsalIndexSpec, add: AddContent): NewWimEntry[] {
  const count = spec.files ?? 0;
  const total = count === 0 ? 0 : (spec.bytes ?? count * 1024);
  return Array.from({ length: count }, (_, at) => {
    const size = Math.floor((total * (at + 1)) / count) - Math.floor((total * at) / count);
    const name = `file${String(at + 1).padStart(6, '0')}.dll`;
    return { ...entry(name, FILE), sha1: size === 0 ? '' : add(filler(at + 1, size), size) };
  });
}

function folder(name: string, children: NewWimEntry[]): NewWimEntry {
  return { ...entry(name, DIRECTORY), children };
}

function entry(name: string, attributes: number): NewWimEntry {
  return { name, attributes, securityId: 0, created: time, accessed: time, modified: time };
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

const FILE = 0x20;
const DIRECTORY = 0x10;
const time = fileTimeOf(madeAt);

/** Owner and group SYSTEM, full access for everyone: a self-relative SECURITY_DESCRIPTOR. */
const systemOwned = Uint8Array.from([
  ...[1, 0, 0x04, 0x80, 20, 0, 0, 0, 32, 0, 0, 0, 0, 0, 0, 0, 44, 0, 0, 0],
  ...[1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0],
  ...[1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0],
  ...[2, 0, 28, 0, 1, 0, 0, 0, 0, 3, 20, 0, 0xff, 0x01, 0x1f, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0],
]);
