import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import { openUdf, type UdfEntry, type UdfVolume } from '../../formats/udf/open.ts';
import { discForm } from '../../formats/udf/recognise.ts';
import { openWim } from '../../formats/wim/open.ts';
import type { OpenSource } from '../../ports/files.ts';
import type { IsoFacts } from '../types.ts';
import { isoFolder } from './iso-folder.ts';
import { imageProblem, type OpenImage, type OpeningPorts, openSource, openSplitSet } from './open-image.ts';
import { partHeader, partsOfSet } from './split-set.ts';

/** Whether a file is an image of a disc, whatever its name. Throws Problem where it cannot be read. */
export function isIso(ports: OpeningPorts, path: string): boolean {
  const source = openSource(ports, path);
  try {
    return !beginsAsWim(source) && discForm(source) !== 'none';
  } finally {
    source.close();
  }
}

/** The content of a WIM may look like a disc. */
function beginsAsWim(source: OpenSource): boolean {
  return source.size >= 5 && new TextDecoder('latin1').decode(source.read(0, 5)) === 'MSWIM';
}

/**
 * Opens the image of Windows inside an ISO image in place: nothing is mounted or copied. Throws Problem ImgNotAWim for a
 * disc that holds none or has no UDF, and what opening such an image throws.
 */
export function openIso(ports: OpeningPorts, path: string): OpenImage {
  const disc = openSource(ports, path);
  let place = path;
  try {
    const volume = volumeOf(disc, path);
    const { file, entry } = imageOn(volume, path);
    place = `${path}${file}`;
    const content = volume.open(entry);
    const header = partHeader(content);
    const { wim, source } =
      header.totalParts === 1
        ? { wim: openWim(content, ports.newDigest), source: content }
        : setOn(ports, { volume, path, file });
    const [piece, ...others] = content.extents;
    const offset = source === content && others.length === 0 ? (piece?.offset ?? null) : null;
    const iso: IsoFacts = { label: volume.label, file, offset, size: source.size };
    const close = (): void => disc.close();
    return { path, size: disc.size, wim, source: { size: source.size, read: source.read, close }, iso, close };
  } catch (error) {
    disc.close();
    throw imageProblem(error, place);
  }
}

/** The volume of a disc image. Throws Problem, and FormatError where it is damaged. */
export function volumeOf(disc: OpenSource, path: string): UdfVolume {
  if (discForm(disc) !== 'udf') {
    throw new Problem('ImgNotAWim', {
      detail: `${path} is an ISO image with ISO 9660 alone; those of Windows media have UDF.`,
      remedy: unpack,
    });
  }
  try {
    return openUdf(disc);
  } catch (error) {
    if (!(error instanceof FormatError) || error.code !== 'unsupported') throw error;
    throw new Problem('ImgImageUnsupported', { detail: `${path}: ${error.message}.`, remedy: unpack, cause: error });
  }
}

const unpack = 'Mount or unpack it, and use the sources\\install.wim inside.';

/** In the order in which Setup looks for them. */
const imageFiles = ['install.wim', 'install.esd', 'install.swm'];
const architectures = ['x64', 'x86', 'arm64'];

function imageOn(volume: UdfVolume, path: string): { file: string; entry: UdfEntry } {
  const [found] = imagesIn(volume, '\\sources');
  if (found !== undefined) return found;
  const several = architectures.flatMap((name) => imagesIn(volume, `\\${name}\\sources`).slice(0, 1));
  if (several.length > 0) {
    throw new Problem('ImgNotAWim', {
      detail: `${path} is for several architectures and holds several images: ${several.map(({ file }) => file).join(', ')}.`,
      remedy: 'Mount or unpack it, and use the image that you want.',
    });
  }
  throw new Problem('ImgNotAWim', {
    detail: `${path} is an ISO image without an image of Windows: there is no \\sources\\install.wim, .esd or .swm in it.`,
    remedy: 'Pass an ISO image of Windows media. Languages, features and drivers come on discs of their own.',
  });
}

function imagesIn(volume: UdfVolume, folder: string): { file: string; entry: UdfEntry }[] {
  return imageFiles.flatMap((name) => {
    const file = `${folder}\\${name}`;
    const entry = volume.find(file);
    return entry === undefined || entry.isFolder ? [] : [{ file, entry }];
  });
}

function setOn(ports: OpeningPorts, { volume, path, file }: { volume: UdfVolume; path: string; file: string }) {
  const files = isoFolder(volume, path);
  const first = `${path}${file.replaceAll('\\', '/')}`;
  const header = partHeader(files.source(first));
  return openSplitSet({ files, newDigest: ports.newDigest }, partsOfSet(files, first, header));
}
