// Signs the files of the module that Windows' script policies look at, with the certificate that the environment names:
//   IMGUPDATE_SIGN_THUMBPRINT   of a code signing certificate in the store of the user or the machine, or
//   IMGUPDATE_SIGN_PFX          a .pfx file, with IMGUPDATE_SIGN_PASSWORD
//   IMGUPDATE_SIGN_TIMESTAMP    address of a time stamp server (RFC 3161), so that signatures outlive the certificate
// Without one it says so and the package is not signed. With one, a failure fails the build.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const names = ['IMGUPDATE_SIGN_THUMBPRINT', 'IMGUPDATE_SIGN_PFX'];
const script = fileURLToPath(new URL('Sign-Module.ps1', import.meta.url));

/** Signs in place. Throws when a certificate is named and anything was not signed. */
export function signModule(folder: string): void {
  const named = names.filter((name) => (process.env[name] ?? '') !== '');
  if (named.length === 0) {
    console.log(`Not signed: no certificate is named (${names.join(' or ')}).`);
    return;
  }
  if (named.length > 1) throw new Error(`Name one certificate: ${named.join(' or ')}, not both.`);
  if (process.platform !== 'win32') throw new Error(`${named[0]} is set, but only Windows can sign PowerShell files.`);
  const programs = ['pwsh.exe', 'powershell.exe'];
  const options = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', script, '-Folder', folder];
  for (const program of programs) {
    const { error, status, stdout } = spawnSync(program, options, {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    });
    if (error !== undefined) continue;
    if (status !== 0) throw new Error(`Signing failed: ${program} ended with ${status}.`);
    // What it prints tells, not its exit code: a stub of PowerShell does nothing and ends with 0.
    if (!/^Signed \d+ files/m.test(stdout)) continue;
    console.log(stdout.trim());
    return;
  }
  throw new Error(`Signing failed: it needs one of ${programs.join(', ')}.`);
}
