import { dirname, join } from 'node:path';
import { type EnvironmentCheck, failed, ok, type Surroundings, warning } from './surroundings.ts';

/** A list of digests has a line a file; ours is far smaller. */
const listLimit = 16 * 1024 * 1024;
const again = 'Install the module again: Install-PSResource -Name ImgUpdate -Reinstall.';

/** Windows PowerShell 5.1, and the releases of PowerShell 7 that are in support. */
export function examinePowerShell({ powerShell }: Surroundings): EnvironmentCheck[] {
  if (powerShell === undefined) return [];
  const { version, edition } = powerShell;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const name = edition === 'Desktop' ? `Windows PowerShell ${version}` : `PowerShell ${version}`;
  const isNew = edition === 'Desktop' ? major === 5 && minor >= 1 : major > 7 || (major === 7 && minor >= 4);
  if (isNew) return [ok('PowerShell', `${name} (${edition}).`)];
  const message = `${name} (${edition}) is older than what ImgUpdate is tested with.`;
  return [warning('PowerShell', message, 'Use Windows PowerShell 5.1, or install PowerShell 7.4 or newer.')];
}

/** That it answers shows that both work. */
export function examineEngine({ installation, node }: Surroundings): EnvironmentCheck[] {
  return [ok('Engine', `ImgUpdate ${installation.version} on Node ${node}.`)];
}

/** Compares the files of an installed package with its list; a folder that was built here has none. */
export async function examineInstallation({ ports, installation }: Surroundings): Promise<EnvironmentCheck[]> {
  const folder = dirname(dirname(installation.engine[1] ?? ''));
  const list = join(folder, 'SHA256SUMS');
  if (ports.files.facts(list) === undefined) return [];
  const lines = ports.files.text(list, listLimit).split(/\r?\n/).filter(Boolean);
  const wrong: string[] = [];
  for (const line of lines) {
    const [stated = '', path = ''] = line.split('  ', 2);
    const file = join(folder, ...path.split('/'));
    if (ports.files.facts(file)?.kind !== 'file') wrong.push(path);
    else if ((await ports.files.digest(file, ['sha256'], {})).sha256 !== stated) wrong.push(path);
  }
  if (wrong.length === 0)
    return [ok('Installation', `All ${lines.length} files of ${folder} are as they were packed.`)];
  const message = `${wrong.length} of ${lines.length} files are not as they were packed, ${wrong[0]} among them.`;
  // Whoever signs the scripts with a certificate of his own changes them, and nothing else.
  const isSigned = wrong.every((path) => /\.(?:ps1|psm1|psd1|ps1xml)$/.test(path));
  return [
    isSigned
      ? warning('Installation', message, `If you did not sign them yourself: ${again}`)
      : failed('Installation', message, again),
  ];
}
