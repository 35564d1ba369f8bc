/** What every way of bringing a version to a folder needs to know and to ask. */
import { Problem } from '../../../errors.ts';
import type { RandomFile } from '../../../ports/files.ts';
import type { Ports } from '../../../ports/index.ts';
import type { BuildTarget } from '../../blocks/build.ts';
import type { OpenFarFile } from '../../blocks/tables.ts';
import type { Content, Method } from '../point.ts';
import { patient } from './patient.ts';

export interface Candidate {
  path: string;
  method: Method;
  bytesSent: number;
}

export interface Bringing {
  ports: Ports;
  /** Name of the distribution point, for messages. */
  name: string;
  root: string;
  content: Pick<Content, 'imageId' | 'imageName' | 'size' | 'sha256'>;
  /** Opens the file that is brought, and no other one that took its place. */
  open(): Promise<OpenFarFile>;
  /** Each piece from afar costs a round trip: shorter gaps between new bytes than this travel too. Bytes; 0 on a disk. */
  gap: number;
  /** A version of the image that is there, whole as far as its size tells. */
  base: { path: string; sha256: string } | undefined;
  /** Milliseconds without an answer after which the distribution point counts as gone. */
  patience: number;
  signal: AbortSignal;
  travel(bytes: number): Promise<void>;
  onProgress(done: number, total: number): void;
}

/** What tables and journals take beside the file. */
const margin = 16 * 1024 * 1024;
/** To a share each piece costs a round trip. Bytes. */
const shareStretch = 4 * 1024 * 1024;

/** On this machine the file takes what it can by itself. A thread that does that could not be given up as a share may have to be. */
export function targetOf(
  file: RandomFile,
  { root, gap }: Pick<Bringing, 'root' | 'gap'>,
  { files }: Pick<Ports, 'files'>,
): { target: BuildTarget; stretch?: number } {
  if (!files.isRemote(root)) return { target: file };
  const target = { write: file.write };
  return gap === 0 ? { target, stretch: shareStretch } : { target };
}

export function assertRoom({ ports, root, name }: Bringing, bytes: number): void {
  const free = ports.files.freeSpace(root);
  if (free >= bytes + margin) return;
  throw new Problem('ImgPointFull', {
    detail: `${name} (${root}) has ${Math.floor(free / 1e6)} MB free; ${Math.ceil((bytes + margin) / 1e6)} MB are needed.`,
  });
}

export function patiently(
  { ports, name, root, patience }: Pick<Bringing, 'ports' | 'name' | 'root' | 'patience'>,
  path: string,
  mode: 'read' | 'rewrite' | 'make',
): Promise<RandomFile> {
  return patient(ports.clock, ports.files.random(path, mode), {
    milliseconds: patience,
    what: `${name} (${root})`,
  });
}
