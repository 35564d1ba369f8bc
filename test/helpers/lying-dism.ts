/**
 * A servicing tool that does its work, spoils the image file at one command, and says that all went well:
 * node lying-dism.ts <emulator> <command> <how> <arguments...>
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [emulator = '', command = '', how = '', ...args] = process.argv.slice(2);
const ran = spawnSync(process.execPath, [emulator, ...args], { stdio: 'inherit' });
if (args.includes(`/${command}`) && args.includes('/Commit')) {
  const mount = args.find((argument) => argument.startsWith('/MountDir:'))?.slice('/MountDir:'.length) ?? '';
  spoil(join(dirname(mount), 'image.wim'));
}
process.exitCode = ran.status ?? 1;

function spoil(image: string): void {
  const { size } = statSync(image);
  if (how === 'truncates') truncateSync(image, Math.floor(size / 2));
  if (how === 'empties') truncateSync(image, 0);
  if (how === 'removes') rmSync(image);
  if (how === 'replaces') writeFileSync(image, '<html>502 Bad Gateway</html>');
  // In the header: the place of the table of resources. The first resource lies behind the header.
  if (how === 'loses a content of') flip(image, readFileSync(image).readUInt32LE(56) + 40);
  if (how === 'flips a new byte of') flip(image, readFileSync(image).readUInt32LE(56) - 10);
  if (how === 'flips an old byte of') flip(image, 208 + 10);
}

function flip(image: string, offset: number): void {
  const byte = readFileSync(image)[offset] ?? 0;
  const handle = openSync(image, 'r+');
  writeSync(handle, Uint8Array.of(byte ^ 0xff), 0, 1, offset);
  closeSync(handle);
}
