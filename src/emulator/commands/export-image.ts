import { resolve } from 'node:path';
import { compressLzms } from '../../formats/lzms/compress.ts';
import { openWim } from '../../formats/wim/open.ts';
import type { NewWimEntry, WimFile } from '../../formats/wim/types.ts';
import { appendToWim, createWim, type WimWriter } from '../../formats/wim/write.ts';
import { code } from '../codes.ts';
import { optionValue, refused } from '../command-line.ts';
import { DismFailure } from '../failure.ts';
import { chosenImage, type OpenImageFile, refuseUnmountable, withImageFile } from '../image-file.ts';
import { tablePath } from '../mounts.ts';
import { type Progress, startProgress } from '../progress.ts';
import { markedDescription, rehearsalMark } from '../rehearsal-mark.ts';
import type { Command, Session } from '../session.ts';

/**
 * Copies one index into another file: a new one, which then holds nothing but what the index needs, or behind the indexes
 * of one that exists, as DISM does.
 */
export const exportImage: Command = {
  names: ['Export-Image'],
  values: ['SourceImageFile', 'SourceIndex', 'SourceName', 'DestinationImageFile', 'DestinationName', 'Compress'],
  flags: ['CheckIntegrity', 'Bootable', 'WIMBoot'],
  required: ['SourceImageFile', 'DestinationImageFile'],
  async run(session) {
    const { line, disk } = session;
    const asked = { index: optionValue(line, 'SourceIndex'), name: optionValue(line, 'SourceName') };
    if (asked.index === undefined && asked.name === undefined) {
      throw refused('The /SourceIndex: option is missing a required argument.');
    }
    const target = resolve(optionValue(line, 'DestinationImageFile') ?? '');
    const compression = newCompression(optionValue(line, 'Compress'));
    await withImageFile(session, tablePath(session, optionValue(line, 'SourceImageFile') ?? ''), async (file) => {
      refuseUnmountable(file.wim);
      const { index } = chosenImage(file.wim, asked);
      const exists = disk.stamp(target) !== undefined;
      const sink = exists ? disk.appendTo(target) : disk.newFile(target);
      const before = exists ? disk.source(target) : undefined;
      try {
        const { newDigest } = session;
        const existing = before && openWim(before, newDigest);
        const chosen = compression ?? ofSource(file.wim);
        const writer =
          existing !== undefined && before !== undefined
            ? appendToWim(existing, before, sink, { newDigest })
            : createWim(sink, { compression: chosen, newDigest, guid: session.ids.bytes(16) });
        const solid = existing === undefined ? chosen === 'LZMS' : existing.header.solid;
        const added = await copyImage(session, { file, index, writer, solid });
        sink.sync();
        writer.finish({
          rootElements: [rehearsalMark()],
          ...(line.flags.has('checkintegrity') ? { integrity: true } : {}),
          ...(line.flags.has('bootable') ? { bootIndex: added } : {}),
        });
        sink.sync();
      } finally {
        sink.close();
        before?.close();
      }
    });
  },
};

/** Returns the index in the new file. */
async function copyImage(
  session: Session,
  { file, index, writer, solid }: { file: OpenImageFile; index: number; writer: WimWriter; solid: boolean },
): Promise<number> {
  const { wim } = file;
  const tree = wim.tree(index);
  const image = wim.images[index - 1];
  const progress = await startProgress(session, 'Exporting image');
  const contents = contentsOf(tree.root);
  for (const sha1 of contents) {
    if (!wim.blobs.has(sha1)) throw new DismFailure(code.invalidData, `content ${sha1} is not in the file`);
  }
  await (solid ? copySolid : copyEach)({ file, contents, writer, progress });
  const name = optionValue(session.line, 'DestinationName') ?? image?.name ?? '';
  const added = writer.addImage(tree, { ...image, name, description: markedDescription(image?.description ?? '') });
  await progress.to(100);
  return added;
}

interface Copying {
  file: OpenImageFile;
  contents: ReadonlySet<string>;
  writer: WimWriter;
  progress: Progress;
}

async function copyEach({ file, contents, writer, progress }: Copying): Promise<void> {
  let done = 0;
  for (const sha1 of contents) {
    writer.copyBlob(file.wim, file.source, sha1);
    done += 1;
    await progress.to((99 * done) / contents.size);
  }
}

async function copySolid({ file, contents, writer, progress }: Copying): Promise<void> {
  const { wim } = file;
  const blobs = wim.inStorageOrder(contents).flatMap((sha1) => wim.blobs.get(sha1) ?? []);
  const total = blobs.reduce((sum, { size }) => sum + size, 0);
  const encoder = { parallel: 1, encode: async (content: Uint8Array) => compressLzms(content) };
  // Gathering what is written together is the first work that shows.
  await progress.to(3);
  for await (const done of writer.copySolid({ from: wim, blobs, encoder })) await progress.to(3 + (96 * done) / total);
}

function contentsOf(root: NewWimEntry): Set<string> {
  const contents = new Set<string>();
  const open = [root];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    for (const sha1 of [entry.sha1, entry.reparseSha1, ...(entry.streams ?? []).map((stream) => stream.sha1)]) {
      if (sha1) contents.add(sha1);
    }
    for (const child of entry.children ?? []) open.push(child);
  }
  return contents;
}

/** What is compressed already stays as it is; new content is stored or compressed with XPRESS. */
function ofSource(wim: WimFile): 'none' | 'XPRESS' | 'LZX' {
  const { compression } = wim.header;
  return compression === 'LZMS' ? 'XPRESS' : compression;
}

function newCompression(given: string | undefined): 'none' | 'XPRESS' | 'LZMS' | undefined {
  if (given === undefined) return undefined;
  const known = compressions[given.toLowerCase()];
  if (known === undefined) throw refused(`The /Compress:${given} option is not valid.`);
  return known;
}

/** "max" would be LZX, which the emulator does not write; "recovery" makes a solid file. */
const compressions: Record<string, 'none' | 'XPRESS' | 'LZMS'> = {
  none: 'none',
  fast: 'XPRESS',
  max: 'XPRESS',
  recovery: 'LZMS',
};
