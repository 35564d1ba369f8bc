/** Makes the media around a rehearsal image: every file that an upgrade package, a disc and its boot managers are known by. */
import type { ByteSink, NewDigest } from '../formats/bytes.ts';
import { bootFilesOf, sector } from './boot-files.ts';
import type { RehearsalImageSpec, RehearsalIndexSpec } from './image-spec.ts';
import { makeRehearsalImage } from './make-image.ts';
import { setupProgram, setupPrograms } from './setup-programs.ts';
import { architectures } from './windows-facts.ts';

/** What lies around the image of media. */
export interface RehearsalMediaSpec {
  /** Of boot.wim and Setup; default is that of the first index. */
  bootRevision?: number | undefined;
  /** Whose boot manager the media starts from; default 2011. */
  bootManager?: '2011' | '2023' | undefined;
}

/** A file of the media; `names` lead to it. */
export interface RehearsalMediaFile {
  names: readonly string[];
  write(sink: ByteSink): void;
}

/** The name under which firmware looks for a boot manager. */
const startNames = { x86: 'bootia32.efi', x64: 'bootx64.efi', arm64: 'bootaa64.efi' } as const;

/**
 * The files of media whose install.wim is what `image` describes, that image first. The same specs give the same bytes.
 * Throws RangeError for an image that makes no sense, here and in `write`.
 */
export function rehearsalMedia(
  image: RehearsalImageSpec,
  { bootRevision, bootManager = '2011' }: RehearsalMediaSpec,
  newDigest: NewDigest,
): RehearsalMediaFile[] {
  const [first] = image.indexes;
  if (first === undefined) throw new RangeError('a rehearsal image needs at least one index');
  const around = { ...first, revision: bootRevision ?? first.revision, boot: first.boot ?? {} };
  const boot = bootFilesOf(around, newDigest);
  const is2023 = bootManager === '2023';
  const manager = boot.get(is2023 ? 'Boot\\EFI_EX\\bootmgfw_EX.efi' : 'Boot\\EFI\\bootmgfw.efi');
  if (manager === undefined) throw new RangeError('media without boot files of 2023 cannot start from them');
  const machine = architectures[first.architecture];
  return [
    { names: ['sources', 'install.wim'], write: (sink) => makeRehearsalImage(image, { sink, newDigest }) },
    {
      names: ['sources', 'boot.wim'],
      write: (sink) => makeRehearsalImage(bootImage(around, machine.servicing), { sink, newDigest }),
    },
    ...setupPrograms.map((name) => file(['sources', name], setupProgram(name, around))),
    file(['sources', 'lang.ini'], text(`[Available UI Languages]\r\n${first.language} = 3\r\n`)),
    file(['setup.exe'], text('MZ setup.exe of the media (ImgUpdate rehearsal)')),
    file(['bootmgr.efi'], boot.get(`Boot\\${is2023 ? 'EFI_EX\\bootmgr_EX' : 'EFI\\bootmgr'}.efi`)),
    file(['efi', 'boot', startNames[first.architecture]], manager),
    file(['efi', 'microsoft', 'boot', 'boot.stl'], boot.get('Boot\\EFI\\boot.stl')),
    file(['efi', 'microsoft', 'boot', 'efisys.bin'], sector('efisys of the media')),
    file(['efi', 'microsoft', 'boot', 'efisys_noprompt.bin'], sector('efisys without prompt of the media')),
    ...(is2023
      ? [file(['efi', 'microsoft', 'boot', 'efisys_ex.bin'], boot.get('Boot\\DVD_EX\\EFI\\en-US\\efisys_EX.bin'))]
      : []),
    ...['segoe_slboot.ttf', 'wgl4_boot.ttf'].map((name) =>
      file(['efi', 'microsoft', 'boot', 'fonts', name], text(`${name} of the media (ImgUpdate rehearsal)`)),
    ),
    // Only what has a BIOS starts from it.
    ...(first.architecture === 'arm64' ? [] : [file(['boot', 'etfsboot.com'], sector('etfsboot of the media'))]),
  ];
}

/** Windows PE, then Windows PE with Setup, as on media. */
function bootImage(around: RehearsalIndexSpec, machine: string): RehearsalImageSpec {
  const { release, build, revision, architecture, language, boot } = around;
  const pe = { edition: 'WindowsPE', installationType: 'WindowsPE', release, build, revision, architecture, language };
  return {
    indexes: [
      { ...pe, boot, name: `Microsoft Windows PE (${machine})`, pe: 'plain' },
      { ...pe, boot, name: `Microsoft Windows Setup (${machine})`, pe: 'setup' },
    ],
  };
}

function file(names: readonly string[], bytes: Uint8Array | undefined): RehearsalMediaFile {
  const content = bytes ?? new Uint8Array();
  return { names, write: (sink) => sink.append(content) };
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
