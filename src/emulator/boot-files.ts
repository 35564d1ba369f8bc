import type { NewDigest } from '../formats/bytes.ts';
import { digestOf } from '../formats/digest-of.ts';
import { bootProgram } from './boot-program.ts';
import { bootSignature } from './boot-signature.ts';
import type { RehearsalIndexSpec } from './image-spec.ts';
import { architectures, packageBuild } from './windows-facts.ts';

/** Files by their path below \Windows, parts divided by a backslash. */
export type BootFiles = ReadonlyMap<string, Uint8Array>;

/**
 * The boot files of a made Windows as servicing leaves them: those of 2011 in EFI, those of 2023 in EFI_EX with fonts and
 * the boot sector of discs, the list of revoked files, the loader. All are signed by authorities of rehearsals.
 */
export function bootFilesOf(
  spec: Pick<RehearsalIndexSpec, 'boot' | 'architecture' | 'build' | 'revision'>,
  newDigest: NewDigest,
): BootFiles {
  const { boot } = spec;
  if (boot === undefined) return new Map();
  const machine = architectures[spec.architecture].peMachine;
  const version = `10.0.${packageBuild(spec.build)}.${spec.revision}`;
  const program = (name: string, authority: '2011' | '2023', svn?: string): Uint8Array =>
    bootProgram({ machine, version, ...(svn === undefined ? {} : { svn }), authority, mark: text(name) }, newDigest);
  const svn = boot.svn ?? '9.0';
  const list = digestOf(newDigest, 'sha256', text(`boot.stl of ${version}`));
  const files = new Map<string, Uint8Array>([
    ['Boot\\EFI\\bootmgfw.efi', program('bootmgfw', '2011', svn)],
    ['Boot\\EFI\\bootmgr.efi', program('bootmgr', '2011')],
    ['Boot\\EFI\\boot.stl', bootSignature(list, '2011', newDigest)],
    ['System32\\Boot\\winload.efi', program('winload', '2011')],
    ['System32\\winload.efi', program('winload', '2011')],
  ]);
  if (boot.updated !== false) {
    files.set('Boot\\EFI_EX\\bootmgfw_EX.efi', program('bootmgfw', '2023', svn));
    files.set('Boot\\EFI_EX\\bootmgr_EX.efi', program('bootmgr', '2011'));
    files.set('Boot\\DVD_EX\\EFI\\en-US\\efisys_EX.bin', sector(`efisys of 2023 for ${version}`));
    files.set('Boot\\DVD_EX\\EFI\\en-US\\efisys_noprompt_EX.bin', sector(`efisys without prompt for ${version}`));
    files.set('Boot\\FONTS_EX\\segoe_slboot_EX.ttf', text(`font of ${version}`));
    files.set('Boot\\FONTS_EX\\wgl4_boot_EX.ttf', text(`other font of ${version}`));
  }
  return files;
}

/** What stands for the image of a floppy disk, in whole sectors. */
export function sector(content: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set(text(content).subarray(0, 2048));
  return bytes;
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(`${content} (ImgUpdate rehearsal)`);
}
