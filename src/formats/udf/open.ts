import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { viewOf } from '../wim/fields.ts';
import { foldName, splitPath } from '../wim/names.ts';
import { extentContent } from './content.ts';
import { Disc } from './disc.ts';
import { readFileEntry } from './file-entry.ts';
import { readFolder } from './folder.ts';
import { discForm } from './recognise.ts';
import { checkTag, TAG } from './tag.ts';
import type { UdfContent, UdfEntry, UdfVolume } from './types.ts';
import { readVolume } from './volume.ts';

/**
 * Reads images of discs that are recorded in UDF 1.02, as those of Windows media are: the volume, folders, and files in
 * place, at their offsets in the image. Later versions are read as far as their discs look the same; virtual, sparable
 * and metadata partitions are refused by name.
 *
 * Guarantees: checksum and CRC of every descriptor are verified; every length is checked against block, partition and
 * image before memory is taken; lists of extents, folders and their depth are bounded; whatever the bytes are, only
 * FormatError is thrown.
 */
export type * from './types.ts';

/** A folder of 100,000 files with long names has some 20 MB. */
const MOST_FOLDER_BYTES = 32 << 20;
const MOST_DEPTH = 128;
const MOST_ENTRIES = 1_000_000;

/**
 * Opens an image of a disc. Only the description of the volume is read now. Throws FormatError 'not-recognised',
 * 'truncated', 'corrupt' or 'unsupported'.
 */
export function openUdf(source: ByteSource): UdfVolume {
  if (discForm(source) !== 'udf') throw new FormatError('not-recognised', 'this is no image of a disc with UDF');
  const { label, partitions, fileSet } = readVolume(source);
  const disc = new Disc(source, partitions);
  const set = disc.read(fileSet);
  checkTag(set, { ids: [TAG.fileSet], location: fileSet.block, what: 'the description of a set of files' });
  const view = viewOf(set);
  const place = { block: view.getUint32(404, true), partition: view.getUint16(408, true) };
  return new OpenedVolume(disc, label, { name: '', isFolder: true, place });
}

class OpenedVolume implements UdfVolume {
  readonly label: string;
  readonly root: UdfEntry;
  readonly #disc: Disc;

  constructor(disc: Disc, label: string, root: UdfEntry) {
    this.#disc = disc;
    this.label = label;
    this.root = root;
  }

  list(folder: UdfEntry): UdfEntry[] {
    return readFolder(this.#folder(folder));
  }

  find(path: string): UdfEntry | undefined {
    let entry: UdfEntry | undefined = this.root;
    for (const name of splitPath(path)) {
      if (entry?.isFolder !== true) return undefined;
      const entries = this.list(entry);
      const folded = foldName(name);
      entry = entries.find((each) => each.name === name) ?? entries.find((each) => foldName(each.name) === folded);
    }
    return entry;
  }

  open(file: UdfEntry): UdfContent {
    return this.#content(file, false);
  }

  *walk(): Generator<{ path: string; entry: UdfEntry }> {
    // A folder that is met again would lead in a circle.
    const seen = new Set([placeKey(this.root)]);
    const waiting = [{ path: '', entry: this.root, depth: 0 }];
    let entries = 0;
    let bytes = 0;
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (folder.depth > MOST_DEPTH) throw new FormatError('limit', `folders are nested more than ${MOST_DEPTH} deep`);
      const content = this.#folder(folder.entry);
      bytes += content.length;
      if (bytes > this.#disc.source.size) throw new FormatError('corrupt', 'folders of the disc share their bytes');
      for (const entry of readFolder(content)) {
        if (++entries > MOST_ENTRIES) {
          throw new FormatError('limit', `a disc with more than ${MOST_ENTRIES} files is not read`);
        }
        const path = `${folder.path}\\${entry.name}`;
        yield { path, entry };
        if (!entry.isFolder) continue;
        if (seen.has(placeKey(entry))) throw new FormatError('corrupt', `the folder '${path}' lies in two places`);
        seen.add(placeKey(entry));
        waiting.push({ path, entry, depth: folder.depth + 1 });
      }
    }
  }

  #folder(folder: UdfEntry): Uint8Array {
    const content = this.#content(folder, true);
    if (content.size > MOST_FOLDER_BYTES) {
      throw new FormatError('limit', `a folder of ${content.size} bytes is not read`);
    }
    return content.read(0, content.size);
  }

  #content(entry: UdfEntry, isFolder: boolean): UdfContent {
    const found = readFileEntry(this.#disc, entry.place);
    if (found.isFolder !== isFolder) {
      throw new FormatError('corrupt', `'${entry.name}' is ${found.isFolder ? 'a folder' : 'a file'} on the disc`);
    }
    return extentContent(this.#disc.source, found.extents);
  }
}

function placeKey({ place }: UdfEntry): string {
  return `${place.partition} ${place.block}`;
}
