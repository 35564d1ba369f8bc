/**
 * A small question to an engine that runs already: `site.show` over standard input and output, and, from PowerShell,
 * `Get-ImgConfiguration`. `node bench/warm.ts [runs]`
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { engineFile, isInstalled, median, root, runProgram } from './measure.ts';
import { withFreshFolder } from './scratch.ts';
import { ms, notMeasured, printRows, type Row } from './table.ts';

const runs = Number(process.argv[2] ?? 200);

await withFreshFolder(async (folder) => {
  const site = join(folder, 'site');
  const rows = [await overStdio(site), warmCmdlet(join(folder, 'module-site'))];
  printRows(`Warm (medians of ${runs})`, rows);
});

async function overStdio(site: string): Promise<Row> {
  const child = spawn(process.execPath, [engineFile, 'serve', '--stdio', '--site', site], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const times: number[] = [];
  for (let id = 0; id < runs + 20; id++) {
    const begin = performance.now();
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method: 'site.show' })}\n`);
    const { value } = await lines.next();
    if (id >= 20) times.push(performance.now() - begin);
    if (value === undefined || JSON.parse(value).result === undefined) throw new Error(`the engine answers ${value}`);
  }
  child.stdin.end();
  return { what: '`site.show` over `serve --stdio`', measured: ms(median(times)) };
}

function warmCmdlet(site: string): Row {
  const what = '`Get-ImgConfiguration` in pwsh';
  const module = join(root, 'dist', 'ImgUpdate');
  if (!isInstalled('pwsh', '-NoProfile', '-Command', '1')) return notMeasured(what, 'there is no pwsh on PATH');
  if (!existsSync(module)) return notMeasured(what, 'dist/ImgUpdate is not there; run `npm run module` first');
  const script = fileURLToPath(new URL('warm-cmdlet.ps1', import.meta.url));
  const args = ['-NoProfile', '-NonInteractive', '-File', script, '-Module', module, '-Runs', String(runs)];
  const env = { IMGUPDATE_SITE: site, IMGUPDATE_NODE: process.execPath };
  const time = Number(runProgram({ program: 'pwsh', args, env }));
  return { what, measured: ms(time), budget: '15 ms', within: time <= 15 };
}
