import { win32 } from 'node:path';
import type { Command } from '../ports/processes.ts';

export type IsoTool = 'oscdimg' | 'imapi' | 'genisoimage';

/** What is to be written. Paths of sectors are relative to `folder`, as they are spelled there. */
export interface IsoWish {
  folder: string;
  out: string;
  label: string;
  sectors: readonly { platform: 'bios' | 'uefi'; relative: string }[];
}

/**
 * oscdimg of the ADK: UDF 1.02 alone, as Microsoft makes its discs. Its boot data may hold no blanks, so that the paths in
 * it are relative to the folder that it runs in.
 */
export function oscdimgCommand(program: string, { folder, out, label, sectors }: IsoWish): Command {
  const entries = sectors.map(({ platform, relative }) => {
    return `#p${platform === 'bios' ? '0' : 'EF'},e,b${relative.replaceAll('/', '\\')}`;
  });
  const boot = `-bootdata:${sectors.length}${entries.join('')}`;
  return {
    program,
    arguments: ['-m', '-o', '-u2', '-udfver102', `-l${label}`, boot, '.', out],
    cwd: folder,
  };
}

/** genisoimage: UDF 1.02 beside ISO 9660 and Joliet; a file over 4 GiB is whole in UDF alone. */
export function genisoimageCommand(program: string, { folder, out, label, sectors }: IsoWish): Command {
  const entries = sectors.flatMap(({ platform, relative }, number) => [
    ...(number === 0 ? [] : ['-eltorito-alt-boot']),
    ...(platform === 'bios' ? ['-b', relative, '-boot-load-size', '8'] : ['-e', relative]),
    '-no-emul-boot',
  ]);
  const form = ['-iso-level', '3', '-udf', '-allow-limited-size', '-J', '-joliet-long', '-input-charset', 'utf-8'];
  return {
    program,
    arguments: ['-quiet', ...form, '-V', label, ...entries, '-o', out, '.'],
    cwd: folder,
  };
}

/** Where the ADK puts oscdimg, by what the machine is. */
export function oscdimgPlaces(env: Readonly<Record<string, string | undefined>>): string[] {
  const kits = [env['ProgramFiles(x86)'], env['ProgramFiles']].flatMap((folder) => folder ?? []);
  const machines = env['PROCESSOR_ARCHITECTURE'] === 'ARM64' ? ['arm64', 'amd64', 'x86'] : ['amd64', 'x86', 'arm64'];
  const tools = 'Windows Kits\\10\\Assessment and Deployment Kit\\Deployment Tools';
  return kits.flatMap((kit) => machines.map((machine) => win32.join(kit, tools, machine, 'Oscdimg', 'oscdimg.exe')));
}
