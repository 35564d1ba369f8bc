import { arraySource } from '../formats/array-source.ts';
import { bootFacts } from '../formats/pe/boot-facts.ts';
import { openPe } from '../formats/pe/open.ts';
import { bootFilesOf } from './boot-files.ts';
import { findInImage } from './offline-image.ts';
import type { Session } from './session.ts';
import { architectureOfMachine } from './windows-facts.ts';

/** Real boot managers have some 3 MB. */
const mostBytes = 64 << 20;

/**
 * A cumulative update brings boot files of its own revision: those that the image holds are renewed, with the secure version
 * number that they have. An image without boot managers stays without.
 */
export function renewBootFiles(session: Session, folder: string, facts: { build: number; revision: number }): void {
  const { disk, newDigest } = session;
  const manager = findInImage(disk, folder, '\\Windows\\Boot\\EFI\\bootmgfw.efi');
  if (manager === undefined) return;
  const source = arraySource(disk.readBytes(manager, mostBytes));
  const program = openPe(source);
  const architecture = architectureOfMachine(program.machine);
  if (architecture === undefined) return;
  const { svn } = bootFacts(source, program);
  const boot = svn === null ? {} : { svn };
  for (const [path, bytes] of bootFilesOf({ ...facts, architecture, boot }, newDigest)) {
    const place = findInImage(disk, folder, `\\Windows\\${path}`);
    if (place !== undefined) disk.replace(place, bytes);
  }
}
