import { Problem } from '../errors.ts';
import type { ByteSource, NewDigest } from '../formats/bytes.ts';
import { FormatError } from '../formats/format-error.ts';
import { type BootEntry, bootEntries } from '../formats/udf/el-torito.ts';
import { openUdf } from '../formats/udf/open.ts';
import { pacer } from '../images/library/pacer.ts';
import type { Transfer } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';
import type { BootSector } from './boot-sectors.ts';

/** A file as it must be on the disc. */
export interface ExpectedFile {
  path: string;
  size: number;
  sha256: string;
}

export interface ExpectedDisc {
  label: string;
  files: readonly ExpectedFile[];
  sectors: readonly BootSector[];
}

/** What tools add to a disc. */
const catalogs = new Set(['\\boot.catalog', '\\boot.cat', '\\boot\\boot.cat']);
const pieceBytes = 1 << 20;
const manyShown = 5;

/**
 * Reads an image of a disc with our own reader and compares it, file by file, with what it was made of; then its label and
 * what it starts from. Throws Problem ImgMediaUnverified with what differs; the caller's reason when it cancels.
 */
export async function readBack(
  ports: Pick<Ports, 'files' | 'newDigest' | 'clock'>,
  path: string,
  expected: ExpectedDisc,
  transfer: Transfer,
): Promise<BootEntry[]> {
  const source = ports.files.source(path);
  try {
    const volume = openUdf(source);
    const wanted = new Map(expected.files.map((file) => [file.path.toLowerCase(), file]));
    const total = expected.files.reduce((sum, { size }) => sum + size, 0);
    const pace = pacer(ports, transfer);
    const wrong: string[] = [];
    let done = 0;
    for (const { path: name, entry } of volume.walk()) {
      if (entry.isFolder) continue;
      const file = wanted.get(name.toLowerCase());
      if (file === undefined) {
        if (!catalogs.has(name.toLowerCase())) wrong.push(`${name} is too many`);
        continue;
      }
      wanted.delete(name.toLowerCase());
      const content = volume.open(entry);
      const digest = ports.newDigest('sha256');
      for (let at = 0; at < content.size; at += pieceBytes) {
        digest.update(content.read(at, Math.min(pieceBytes, content.size - at)));
        done += Math.min(pieceBytes, content.size - at);
        await pace(Math.min(done, total), total);
      }
      if (content.size !== file.size || digest.hex() !== file.sha256) wrong.push(`${name} has other bytes`);
    }
    wrong.push(...[...wanted.values()].map((file) => `${file.path} is missing`));
    if (volume.label !== expected.label) wrong.push(`its label is ${volume.label || 'empty'}, not ${expected.label}`);
    const entries = bootEntries(source).filter(({ bootable }) => bootable);
    wrong.push(...wrongEntries(source, expected, { entries, newDigest: ports.newDigest }));
    if (wrong.length > 0) throw unverified(path, wrong);
    return entries;
  } catch (error) {
    if (error instanceof FormatError) throw unverified(path, [error.message]);
    throw error;
  } finally {
    source.close();
  }
}

/** What firmware loads must be the boot sectors of the media, byte for byte, in the order of the entries. */
function wrongEntries(
  source: ByteSource,
  { files, sectors }: ExpectedDisc,
  { entries, newDigest }: { entries: readonly BootEntry[]; newDigest: NewDigest },
): string[] {
  const found = entries.map(({ platform }) => platform).join(' and ') || 'nothing';
  const wanted = sectors.map(({ platform }) => platform).join(' and ');
  if (found !== wanted) return [`it starts from ${found}, not from ${wanted}`];
  return sectors.flatMap(({ path }, number) => {
    const file = files.find((each) => each.path.toLowerCase() === path.toLowerCase());
    const offset = entries[number]?.offset ?? source.size;
    const digest = newDigest('sha256');
    if (file !== undefined && offset + file.size <= source.size) digest.update(source.read(offset, file.size));
    return digest.hex() === file?.sha256 && entries[number]?.emulation === 0 ? [] : [`it does not start from ${path}`];
  });
}

function unverified(path: string, wrong: readonly string[]): Problem {
  const more = wrong.length > manyShown ? `, and ${wrong.length - manyShown} more` : '';
  return new Problem('ImgMediaUnverified', { detail: `${path}: ${wrong.slice(0, manyShown).join('; ')}${more}.` });
}
