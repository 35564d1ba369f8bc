/**
 * `npm run demo`: the month of an image in less than a minute, on a throw-away site. It types the cmdlets of demo.ps1 into
 * PowerShell 7, else into Windows PowerShell 5.1; without either it does the same through the command line. It says which.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPowerShell } from '../src/ports/power-shell/index.ts';
import type { PowerShellFound } from '../src/ports/power-shell/power-shell.ts';
import { commandLineDemo } from './demo-command-line.ts';
import { imageName, makeRehearsalSite, type RehearsalSite } from './rehearsal-site.ts';

const module = fileURLToPath(new URL('../dist/ImgUpdate', import.meta.url));
const script = fileURLToPath(new URL('demo.ps1', import.meta.url));

const started = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'imgupdate-demo-'));
try {
  console.log(`ImgUpdate: the month of one image, on a throw-away site in ${folder}\n`);
  const site = makeRehearsalSite(folder, (line) => console.log(`  ${line}`));
  const { articleId, revision } = site.chosen;
  console.log(`\n"${imageName}" is at 26100.4349. The catalog knows what it should be: ${revision}, KB${articleId}.`);
  const powerShell = await findPowerShell();
  process.exitCode = powerShell === undefined ? fallBack(site) : await powerShellDemo(site, powerShell);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
if (process.exitCode === 0) {
  console.log(
    `\nDone in ${seconds} s. This was a rehearsal: the image was synthetic, an emulator stood in for DISM and a`,
  );
  console.log('stand-in for the update. Catalog, choice, plan, recovery, proof and publication are the real ones.');
}

async function powerShellDemo(
  { env, chosen }: RehearsalSite,
  { program, version, edition }: PowerShellFound,
): Promise<number> {
  console.log(`From here on, a prompt of ${edition === 'Desktop' ? 'Windows PowerShell' : 'PowerShell'} ${version}.`);
  const bypass = process.platform === 'win32' ? ['-ExecutionPolicy', 'Bypass'] : [];
  const args = ['-NoProfile', '-NonInteractive', ...bypass, '-File', script];
  // PowerShell for Windows wants a console: the one of this terminal, else one of its own, which it gets when nothing of
  // ours is inherited.
  const inherited = process.stdout.isTTY;
  const child = spawn(program, [...args, '-Module', module, '-UniqueId', chosen.uniqueId], {
    env: { ...process.env, ...env, IMGUPDATE_NODE: process.execPath },
    stdio: inherited ? 'inherit' : 'pipe',
    windowsHide: true,
  });
  child.stdin?.end();
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  const [status] = await once(child, 'close');
  return status ?? 1;
}

function fallBack(site: RehearsalSite): number {
  console.log('There is no PowerShell on this machine, so the same is done through the command line.');
  commandLineDemo(site);
  return 0;
}
