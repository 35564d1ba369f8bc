import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ByteSource } from '../../../src/formats/bytes.ts';
import { FormatError } from '../../../src/formats/format-error.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { requires } from '../../helpers/requires.ts';

/** The reference tool that files are compared with (Debian: wimtools). */
export const wimlib = requires.tool('wimlib-imagex');

/** Runs wimlib-imagex and returns what it printed. A failure throws with its message. */
export function runWimlib(...args: string[]): string {
  return execFileSync(wimlib.path, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A file on disk as a source; `close` it. */
export function openSource(path: string): ByteSource & { close(): void } {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);
  return {
    size,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > size) throw new FormatError('truncated', 'beyond the end');
      const bytes = new Uint8Array(length);
      if (readSync(descriptor, bytes, 0, length, offset) !== length) throw new Error('short read');
      return bytes;
    },
    close: () => closeSync(descriptor),
  };
}

/** What lies at each path (with backslashes) below a folder. */
export interface Found {
  kind: 'file' | 'directory' | 'link';
  size: number;
  sha1: string;
  links: number;
}

export function listFolder(folder: string): Map<string, Found> {
  const found = new Map<string, Found>();
  const visit = (at: string, path: string) => {
    for (const name of readdirSync(at)) {
      const full = join(at, name);
      const status = lstatSync(full);
      const kind = status.isDirectory() ? 'directory' : status.isSymbolicLink() ? 'link' : 'file';
      const content = kind === 'file' ? readFileSync(full) : Buffer.from(kind === 'link' ? readlinkSync(full) : '');
      found.set(`${path}\\${name}`, {
        kind,
        size: kind === 'file' ? content.length : 0,
        sha1: content.length === 0 ? '' : createHash('sha1').update(content).digest('hex'),
        links: kind === 'file' ? status.nlink : 1,
      });
      if (kind === 'directory') visit(full, `${path}\\${name}`);
    }
  };
  visit(folder, '');
  return found;
}

/** Makes a folder with every kind of file that matters to a WIM. */
export function makeFolder(folder: string, seed: number): void {
  const random = randomNumbers(seed);
  const noise = (size: number) => Uint8Array.from({ length: size }, () => random(256));
  const words = (size: number) => {
    const parts: string[] = [];
    for (let length = 0; length < size; length += 9) parts.push(`word${random(900) + 100}, `);
    return parts.join('').slice(0, size);
  };
  mkdirSync(join(folder, 'Windows', 'System32', 'leer'), { recursive: true });
  mkdirSync(join(folder, ...Array.from({ length: 40 }, (_, depth) => `tief${depth}`)), { recursive: true });
  const put = (path: string, content: string | Uint8Array) => writeFileSync(join(folder, path), content);
  put('empty.txt', '');
  put('one-byte', 'x');
  for (const size of [32_767, 32_768, 32_769, 65_536, 131_072, 2_097_153]) put(`words-${size}`, words(size));
  for (const size of [255, 32_768, 100_000]) put(`noise-${size}`, noise(size));
  put('zeros', new Uint8Array(300_000));
  put('mixed', Buffer.concat([Buffer.from(words(200_000)), noise(150_000), Buffer.from(words(90_001))]));
  put('calls.exe', callInstructions(random));
  put('Windows/System32/linked.dll', words(50_000));
  linkSync(join(folder, 'Windows/System32/linked.dll'), join(folder, 'Windows/linked-again.dll'));
  linkSync(join(folder, 'Windows/System32/linked.dll'), join(folder, 'linked-third.dll'));
  put('Windows/same-content.dll', readFileSync(join(folder, 'Windows/System32/linked.dll')));
  put(`${'lang'.repeat(63)}xyz`, 'the longest name');
  for (const name of ['Größe.txt', '日本語.txt', 'emoji-😀.txt', 'ﬁligature', 'ẞharp']) put(name, `name ${name}`);
  symlinkSync('one-byte', join(folder, 'link-to-file'));
  for (let index = 0; index < 300; index++) put(`Windows/file-${index}`, words(random(3000)));
}

/** Bytes full of x86 CALL instructions with small and large operands, which LZX translates. */
function callInstructions(random: (below: number) => number): Uint8Array {
  const bytes = new Uint8Array(400_000);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 8 < bytes.length; at += 5 + random(12)) {
    bytes[at] = 0xe8;
    view.setInt32(at + 1, random(4) === 0 ? random(1 << 30) - (1 << 29) : random(4000) - 2000, true);
  }
  return bytes;
}
