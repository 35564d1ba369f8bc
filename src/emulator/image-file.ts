import { openWim } from '../formats/wim/open.ts';
import type { WimFile, WimImageInfo } from '../formats/wim/types.ts';
import type { OpenSource } from '../ports/files.ts';
import { code } from './codes.ts';
import { DismFailure } from './failure.ts';
import type { Session } from './session.ts';

export interface OpenImageFile {
  wim: WimFile;
  source: OpenSource;
}

/** Opens a WIM file for as long as `use` works with it. */
export async function withImageFile<T>(
  session: Session,
  path: string,
  use: (file: OpenImageFile) => Promise<T> | T,
): Promise<T> {
  const stamp = session.disk.stamp(path);
  if (stamp === undefined) throw new DismFailure(code.fileNotFound, `${path} does not exist`);
  const source = session.disk.source(path);
  try {
    return await use({ wim: openWim(source, session.newDigest), source });
  } finally {
    source.close();
  }
}

/** The index that /Index or /Name asks for. */
export function chosenImage(
  wim: WimFile,
  asked: { index?: string | undefined; name?: string | undefined },
): WimImageInfo {
  const { index, name } = asked;
  const image =
    index === undefined
      ? wim.images.find((candidate) => candidate.name === name)
      : /^\d{1,6}$/.test(index)
        ? wim.images[Number(index) - 1]
        : undefined;
  if (image === undefined) throw new DismFailure(code.noSuchIndex, `there is no index ${index ?? `"${name}"`}`);
  return image;
}

/** What must hold before an image can be mounted or read as a tree. */
export function refuseUnmountable({ header }: WimFile): void {
  if (header.totalParts > 1) throw new DismFailure(code.splitImage);
  if (header.solid) throw new DismFailure(code.solidImage);
}
