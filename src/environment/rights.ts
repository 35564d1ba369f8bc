import type { Ports } from '../ports/index.ts';
import { programOutput, windowsProgram } from './program-output.ts';
import { type EnvironmentCheck, ok, type Surroundings, warning } from './surroundings.ts';

/** Mandatory levels of Windows: High and System are an elevated prompt, Low and Medium are not. */
const elevatedLevel = /S-1-16-(?:12288|16384)\b/;
const otherLevel = /S-1-16-(?:4096|8192|8448)\b/;

/** Whether this process may do everything; undefined where the system does not tell. */
export async function isElevated(ports: Ports, platform: string): Promise<boolean | undefined> {
  if (platform !== 'win32') return process.geteuid?.() === 0;
  const groups = await programOutput(ports, windowsProgram(ports, 'whoami.exe'), '/groups', '/fo', 'csv', '/nh');
  if (groups === undefined) return undefined;
  return elevatedLevel.test(groups) ? true : otherLevel.test(groups) ? false : undefined;
}

/** DISM mounts images for administrators only; the emulator needs no rights. */
export function examineElevation({ facts, elevated, platform }: Surroundings): EnvironmentCheck[] {
  const isReal = 'tool' in facts ? facts.tool.isReal : platform === 'win32';
  if (!isReal) return [ok('Elevation', 'The emulator, which services images here, needs no rights.')];
  if (elevated === true) return [ok('Elevation', 'This session is elevated: images can be serviced.')];
  const remedy = 'To service, start again from an elevated prompt. Reading and choosing work without.';
  return [
    elevated === false
      ? warning('Elevation', 'This session is not elevated: images can be read, not serviced.', remedy)
      : warning('Elevation', 'Whether this session is elevated cannot be found out.', remedy),
  ];
}
