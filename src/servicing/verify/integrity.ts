import { Problem } from '../../errors.ts';
import type { WimBlob } from '../../formats/wim/types.ts';
import { imageProblem, type OpenImage, openImageFile } from '../../images/library/open-image.ts';
import { pacer } from '../../images/library/pacer.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';

const pieceSize = 4 * 1024 * 1024;

/**
 * Makes sure that the finished file holds, whole, every content that its indexes name: a tool that says success can have
 * left a damaged file. What the tool stored anew is decoded and compared with its SHA-1; what lies there with the very
 * bytes of the `registered` file, which was compared with its digest when it was copied, needs no decoding; null: there is
 * none. Throws Problem ImgImageCorrupt.
 */
export async function checkIntegrity(
  ports: Ports,
  { finished, registered, ...transfer }: { finished: string; registered: string | null } & Transfer,
): Promise<void> {
  const before = registered === null ? undefined : openImageFile(ports, registered);
  try {
    const after = openImageFile(ports, finished);
    try {
      await checkResources(ports, { before, after }, transfer);
      for (const { index } of after.wim.images) {
        const { missingContents } = after.wim.tree(index);
        if (missingContents > 0) throw corrupt(`index ${index} names ${missingContents} contents that the file lacks`);
      }
    } catch (error) {
      throw imageProblem(error, finished);
    } finally {
      after.close();
    }
  } finally {
    before?.close();
  }
}

async function checkResources(
  ports: Ports,
  { before, after }: { before: OpenImage | undefined; after: OpenImage },
  transfer: Transfer,
): Promise<void> {
  const resources = [...after.wim.blobs.values()];
  const total = resources.reduce((sum, { storedSize }) => sum + storedSize, 0);
  const pace = pacer(ports, transfer);
  let done = 0;
  for (const blob of resources.sort((a, b) => a.offset - b.offset)) {
    if (before === undefined || !isStoredAlike({ before, after }, blob)) {
      for (const piece of after.wim.read(blob.sha1)) await pace(Math.min(done + piece.length, total), total);
    }
    done += blob.storedSize;
    await pace(done, total);
  }
}

function isStoredAlike({ before, after }: { before: OpenImage; after: OpenImage }, blob: WimBlob): boolean {
  const old = before.wim.blobs.get(blob.sha1);
  return old !== undefined && isSameForm(before, after) && hasSameBytes({ before, old }, { after, blob });
}

/** The same stored bytes are the same content only where they are packed in the same way. */
function isSameForm({ wim: before }: OpenImage, { wim: after }: OpenImage): boolean {
  return (
    before.header.compression === after.header.compression &&
    before.header.chunkSize === after.header.chunkSize &&
    !before.header.solid &&
    !after.header.solid
  );
}

function hasSameBytes(
  { before, old }: { before: OpenImage; old: WimBlob },
  { after, blob }: { after: OpenImage; blob: WimBlob },
): boolean {
  if (old.storedSize !== blob.storedSize || old.size !== blob.size || old.compressed !== blob.compressed) return false;
  for (let at = 0; at < blob.storedSize; at += pieceSize) {
    const length = Math.min(pieceSize, blob.storedSize - at);
    const was = before.source.read(old.offset + at, length);
    if (Buffer.compare(was, after.source.read(blob.offset + at, length)) !== 0) return false;
  }
  return true;
}

function corrupt(what: string): Problem {
  return new Problem('ImgImageCorrupt', { detail: `The file that the servicing tool left is damaged: ${what}.` });
}
