import { programOutput, windowsProgram } from '../ports/program-output.ts';
import { type EnvironmentCheck, ofSite, ok, type Surroundings, warning } from './surroundings.ts';

/** Values below a key of the machine's registry, as reg.exe prints them; undefined when they may not be read. */
function registryValues({ ports }: Surroundings, key: string, ...more: string[]): Promise<string | undefined> {
  return programOutput(ports, windowsProgram(ports, 'reg.exe'), ['query', `HKLM\\${key}`, ...more]);
}

/** Files deep inside an image pass 260 characters once it is mounted. */
export async function examineLongPaths(surroundings: Surroundings): Promise<EnvironmentCheck[]> {
  if (surroundings.platform !== 'win32') return [];
  const key = 'SYSTEM\\CurrentControlSet\\Control\\FileSystem';
  const text = await registryValues(surroundings, key, '/v', 'LongPathsEnabled');
  if (/LongPathsEnabled\s+REG_DWORD\s+0x1\b/.test(text ?? '')) return [ok('LongPaths', 'Long paths are switched on.')];
  const remedy = `Keep folders of images short, or run elevated: reg add HKLM\\${key} /v LongPathsEnabled /t REG_DWORD /d 1 /f`;
  return [warning('LongPaths', 'Paths over 260 characters are switched off in Windows.', remedy)];
}

/** A scanner that opens the files of a mounted image makes servicing slow, and at times fail. Only a hint. */
export const examineAntivirus = ofSite(async ({ tool, servicingFolder }, surroundings) => {
  if (surroundings.platform !== 'win32' || !tool.isReal) return [];
  const excluded = await registryValues(surroundings, 'SOFTWARE\\Microsoft\\Windows Defender\\Exclusions\\Paths');
  if (excluded?.toLowerCase().includes(servicingFolder.toLowerCase())) {
    return [ok('Antivirus', `Microsoft Defender leaves ${servicingFolder} alone.`)];
  }
  const message = `Whether the virus scanner leaves ${servicingFolder} alone is not known.`;
  const remedy = `Exclude it, and dism.exe, dismhost.exe, wimserv.exe: Add-MpPreference -ExclusionPath '${servicingFolder}'`;
  return [warning('Antivirus', message, remedy)];
});
