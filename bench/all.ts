/** All benchmarks, one after the other; the whole takes some minutes, the first time longer. `npm run bench` */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const names = [
  'start',
  'inspect',
  'verify',
  'catalog',
  'server',
  'selection',
  'digest',
  'copy',
  'solid',
  'download',
  'run',
  'versions',
  'tool-call',
  'warm',
];

console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${new Date().toISOString().slice(0, 10)}`);
for (const name of names) {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${name}.ts`, import.meta.url))], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
