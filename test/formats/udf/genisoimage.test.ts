/** Images that another program made, against the files that they were made of and what other programs read. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openUdf } from '../../../src/formats/udf/open.ts';
import { discForm } from '../../../src/formats/udf/recognise.ts';
import { nodeFiles } from '../../../src/ports/node-files.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

const genisoimage = requires.tool('genisoimage');
const sevenZip = requires.tool('7zz');
const made = anyMissing(genisoimage);

let folder: string;
let tree: string;
let image: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-disc-'));
  tree = join(folder, 'tree');
  image = join(folder, 'disc.iso');
  const random = randomNumbers(3);
  for (const path of ['sources/sxs', 'boot', 'efi/microsoft/boot/fonts', 'empty folder']) {
    mkdirSync(join(tree, path), { recursive: true });
  }
  const write = (path: string, bytes: number) =>
    writeFileSync(
      join(tree, path),
      Uint8Array.from({ length: bytes }, () => random(256)),
    );
  for (const [path, bytes] of Object.entries({
    'sources/install.wim': 900_001,
    'sources/empty.txt': 0,
    'sources/sxs/microsoft-windows-netfx3-ondemand-package~31bf3856ad364e35~amd64~~.cab': 2048,
    'boot/etfsboot.com': 4096,
    'efi/microsoft/boot/fonts/日本 Größe.ttf': 2049,
    'setup.exe': 1,
  })) {
    write(path, bytes);
  }
  for (let index = 0; index < 200; index++) write(`boot/file ${index}.bin`, index);
  if (!made) makeImage(image, tree, '-udf');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function makeImage(to: string, from: string, ...options: string[]): void {
  const always = [
    '-quiet',
    '-iso-level',
    '3',
    '-J',
    '-joliet-long',
    '-input-charset',
    'utf-8',
    '-V',
    'CCCOMA_X64FRE_EN-US_DV9',
  ];
  execFileSync(genisoimage.path, [...always, ...options, '-o', to, from], { stdio: ['ignore', 'ignore', 'pipe'] });
}

const sha1 = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex');

/** Path and SHA-1 of each file, '' for folders, as our reader has them. */
function readWhole(path: string): Map<string, string> {
  const source = nodeFiles.source(path);
  try {
    const volume = openUdf(source);
    const found = new Map<string, string>();
    for (const { path: each, entry } of volume.walk()) {
      const content = entry.isFolder ? undefined : volume.open(entry);
      found.set(each.slice(1).replaceAll('\\', '/'), content === undefined ? '' : sha1(content.read(0, content.size)));
    }
    return found;
  } finally {
    source.close();
  }
}

function readTree(): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(tree.length + 1).replaceAll('\\', '/'), entry.isFile() ? sha1(readFileSync(path)) : '');
  }
  return found;
}

const sorted = (map: Map<string, string>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));

it.skipIf(made)(titled('has the folders and files that it was made of, byte for byte', genisoimage), () => {
  expect(sorted(readWhole(image))).toEqual(sorted(readTree()));
});

it.skipIf(made)(titled('has the label that it was given', genisoimage), () => {
  const source = nodeFiles.source(image);

  expect(openUdf(source).label).toBe('CCCOMA_X64FRE_EN-US_DV9');
  source.close();
});

it.skipIf(anyMissing(genisoimage, sevenZip))(titled('is read as 7-Zip reads it', genisoimage, sevenZip), () => {
  const to = join(folder, 'unpacked');
  execFileSync(sevenZip.path, ['x', '-tUdf', `-o${to}`, image], { stdio: 'ignore' });

  const ours = readWhole(image);

  for (const [path, digest] of ours) if (digest !== '') expect(sha1(readFileSync(join(to, path)))).toBe(digest);
});

it.skipIf(made)(titled('without -udf is ISO 9660 alone', genisoimage), () => {
  const plain = join(folder, 'plain.iso');
  makeImage(plain, tree);
  const source = nodeFiles.source(plain);

  expect(discForm(source)).toBe('iso9660');
  expect(() => openUdf(source)).toThrow(expect.objectContaining({ code: 'not-recognised' }));
  source.close();
});
