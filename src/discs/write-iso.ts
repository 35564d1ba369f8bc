import { join, win32 } from 'node:path';
import { Problem } from '../errors.ts';
import { startHeard } from '../ports/heard-program.ts';
import type { Ports } from '../ports/index.ts';
import { writeDisc } from '../ports/power-shell/scripts/write-disc.ts';
import type { Command } from '../ports/processes.ts';
import { genisoimageCommand, type IsoTool, type IsoWish, oscdimgCommand, oscdimgPlaces } from './iso-tools.ts';

export type IsoPorts = Pick<Ports, 'files' | 'processes' | 'serverShell' | 'env'>;

export interface ToolWish {
  tool: IsoTool | 'auto';
  /** Its program, where it does not lie where it usually does. */
  program?: string | undefined;
}

export interface FoundTool {
  tool: IsoTool;
  /** '' for what has no program. */
  program: string;
}

/** Which tool writes: that of the ADK where it is, else what Windows has, else genisoimage. Throws Problem ImgIsoToolMissing. */
export function findTool(
  { files, env }: Pick<IsoPorts, 'files' | 'env'>,
  { tool, program }: ToolWish,
  platform: string = process.platform,
): FoundTool {
  const isWindows = platform === 'win32';
  if (program !== undefined && (tool === 'oscdimg' || tool === 'genisoimage')) return { tool, program };
  if (tool === 'auto' || tool === 'oscdimg') {
    const found = oscdimgPlaces(env).find((path) => files.facts(path)?.kind === 'file');
    if (found !== undefined) return { tool: 'oscdimg', program: found };
    if (tool === 'oscdimg') throw missing('oscdimg of the ADK is not where the ADK puts it');
  }
  if (tool === 'imapi' || (tool === 'auto' && isWindows)) {
    if (!isWindows) throw missing('IMAPI is a part of Windows');
    return { tool: 'imapi', program: '' };
  }
  return { tool: 'genisoimage', program: 'genisoimage' };
}

function missing(what: string): Problem {
  return new Problem('ImgIsoToolMissing', { detail: `No image of a disc can be written: ${what}.` });
}

/** Writes an image of a disc to a new file. Throws Problem ImgIsoToolMissing, ImgIsoToolFailed; the caller's reason. */
export async function writeIso(ports: IsoPorts, found: FoundTool, wish: IsoWish, signal: AbortSignal): Promise<void> {
  if (found.tool === 'imapi') {
    const boot = wish.sectors.map(({ platform, relative }) => {
      return { path: join(wish.folder, relative), platform: platform === 'bios' ? 0 : 0xef };
    });
    const { folder, out, label } = wish;
    await ports.serverShell.ask(writeDisc, { folder, out, label, boot });
    return;
  }
  const command = (found.tool === 'oscdimg' ? oscdimgCommand : genisoimageCommand)(found.program, wish);
  await runTool(ports, command, signal);
}

async function runTool(ports: IsoPorts, command: Command, signal: AbortSignal): Promise<void> {
  const tool = win32.basename(command.program).replace(/\.exe$/i, '');
  const running = await startHeard(ports, command, signal);
  if (running === undefined) throw missing(`${command.program} is not there`);
  const end = await running.finished;
  signal.throwIfAborted();
  if (end.exitCode === 0) return;
  throw new Problem('ImgIsoToolFailed', {
    detail: `${tool} ended with ${end.exitCode ?? end.signal}: ${running.lastLines()}`,
    native: { tool, ...(end.exitCode === null ? {} : { exitCode: end.exitCode }) },
  });
}
