import { dirname, join } from 'node:path';
import { Problem } from '../errors.ts';
import { openSplitWim } from '../formats/wim/open-split.ts';
import { partName, planSplit, writeSplitPart } from '../formats/wim/split.ts';
import { openImageFile } from '../images/library/open-image.ts';
import { pacer } from '../images/library/pacer.ts';
import type { ImageFolder } from '../images/library/split-set.ts';
import type { Transfer } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';

export interface ImageToSplit {
  /** Where the image lies. */
  files: ImageFolder;
  place: string;
  /** Folder for the parts; it is there. */
  to: string;
  partBytes: number;
}

/**
 * Writes an image as a set of parts and reads the set again. Returns the paths of the parts. Throws Problem
 * ImgMediaUnverified where what was written is not what was there, and FormatError.
 */
export async function splitImage(
  ports: Pick<Ports, 'files' | 'newDigest' | 'ids' | 'clock'>,
  { files, place, to, partBytes }: ImageToSplit,
  transfer: Transfer,
): Promise<string[]> {
  const { newDigest } = ports;
  const image = openImageFile({ files, newDigest }, place);
  try {
    const { wim, source } = image;
    const plan = planSplit(wim, partBytes);
    const guid = ports.ids.bytes(16);
    const pace = pacer(ports, transfer);
    const total = plan.sizes.reduce((sum, size) => sum + size, 0);
    const paths: string[] = [];
    let before = 0;
    for (const [at, size] of plan.sizes.entries()) {
      const path = join(to, partName('install', at + 1));
      const sink = ports.files.sink(path);
      try {
        const part = { wim, source, plan, number: at + 1, guid };
        for (const done of writeSplitPart(part, sink)) await pace(before + done, total);
        sink.sync();
      } finally {
        sink.close();
      }
      before += size;
      paths.push(path);
    }
    await verifySet(ports, paths, new Set(wim.blobs.keys()), transfer);
    return paths;
  } finally {
    image.close();
  }
}

async function verifySet(
  ports: Pick<Ports, 'files' | 'newDigest' | 'clock'>,
  paths: readonly string[],
  wanted: ReadonlySet<string>,
  transfer: Transfer,
): Promise<void> {
  const sources = paths.map((path) => ports.files.source(path));
  const pace = pacer(ports, transfer);
  try {
    const set = openSplitWim(sources, ports.newDigest);
    let done = 0;
    for (const { sha1, ok } of set.verify()) {
      await pace(done++, wanted.size);
      if (!ok || !wanted.has(sha1)) throw unverified(paths, `the content ${sha1} reads back as other bytes`);
    }
    if (set.blobs.size !== wanted.size) throw unverified(paths, 'it does not hold every content');
  } finally {
    for (const source of sources) source.close();
  }
}

function unverified([first = '']: readonly string[], what: string): Problem {
  return new Problem('ImgMediaUnverified', { detail: `The set in ${dirname(first)}: ${what}.` });
}
