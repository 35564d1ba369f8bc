/** A new file of the bytes of another one, with the digest of what is there then. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyAndDigest } from '../../../src/images/library/copy-and-digest.ts';
import type { Files } from '../../../src/ports/files.ts';
import { nodeFiles } from '../../../src/ports/node-files.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';

let folder: string;
let from: string;
let to: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-copy-'));
  [from, to] = [join(folder, 'from'), join(folder, 'to')];
});
afterEach(() => rmSync(folder, { recursive: true }));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function write(megabytes: number): Buffer {
  const random = randomNumbers(megabytes + 1);
  const million = Buffer.from(Array.from({ length: 1000 }, () => random(256)));
  const bytes = Buffer.concat(Array.from({ length: megabytes * 1000 }, () => million));
  writeFileSync(from, bytes);
  return bytes;
}

/** Files with other answers to some calls. */
const files = (more: Partial<Files>): Files => ({ ...nodeFiles, ...more });
/** As on a volume that shares blocks. */
const sharing: Partial<Files> = {
  async clone(source, target) {
    writeFileSync(target, readFileSync(source), { flag: 'wx' });
    return true;
  },
  copy: () => Promise.reject(new Error('nothing is copied where blocks are shared')),
};

describe('a copy', () => {
  it.each([0, 1, 15, 17, 40])('of %i MB has the digest of its bytes', async (megabytes) => {
    const bytes = write(megabytes);
    const told: number[] = [];

    const digest = await copyAndDigest(nodeFiles, from, to, { onProgress: (done) => told.push(done) });

    expect(digest).toBe(sha256(bytes));
    expect(readFileSync(to).equals(bytes)).toBe(true);
    expect(told.every((done, at) => done >= (told[at - 1] ?? 0))).toBe(true);
    expect(told.at(-1) ?? 0).toBe(bytes.length);
  });

  it.each([1, 40])('of %i MB is digested as it lies there, not as it was meant', async (megabytes) => {
    write(megabytes);
    const digest = await copyAndDigest(
      files({
        async copy(source, target, transfer) {
          await nodeFiles.copy(source, target, transfer);
          appendFileSync(target, 'damage');
        },
      }),
      ...([from, to, {}] as const),
    );

    expect(digest).toBe(sha256(readFileSync(to)));
    expect(digest).not.toBe(sha256(readFileSync(from)));
  });

  it('of a read-only file can be written', async () => {
    write(1);
    chmodSync(from, 0o444);

    await copyAndDigest(nodeFiles, from, to, {});

    expect(statSync(to).mode & 0o200).toBe(0o200);
  });

  it.each([1, 40])('of %i MB that is stopped leaves nothing', async (megabytes) => {
    write(megabytes);
    const caller = new AbortController();
    const transfer = { signal: caller.signal, onProgress: () => caller.abort() };

    // A small one has been copied when it tells of progress; it is stopped before its digest.
    await expect(copyAndDigest(nodeFiles, from, to, transfer)).rejects.toMatchObject({ name: 'AbortError' });

    expect(existsSync(to)).toBe(false);
  });

  it('never goes over another file', async () => {
    write(1);
    writeFileSync(to, 'somebody else');

    await expect(copyAndDigest(nodeFiles, from, to, {})).rejects.toMatchObject({ code: 'EEXIST' });

    expect(readFileSync(to, 'utf8')).toBe('somebody else');
  });

  it('that cannot be read back is no copy', async () => {
    write(40);
    const followDigest: Files['followDigest'] = (path, algorithms, options) => ({
      ...nodeFiles.followDigest(path, algorithms, options),
      finish: () => Promise.reject(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })),
    });

    await expect(copyAndDigest(files({ followDigest }), from, to, {})).rejects.toMatchObject({ code: 'EIO' });

    expect(existsSync(to)).toBe(false);
  });
});

describe('on a volume that shares blocks', () => {
  it('nothing is copied, and the digest is that of the new file', async () => {
    const bytes = write(1);
    const synced: string[] = [];

    const digest = await copyAndDigest(files({ ...sharing, sync: (path) => synced.push(path) }), from, to, {});

    expect(digest).toBe(sha256(bytes));
    expect(synced).toEqual([to]);
  });

  it('a digest that fails leaves nothing', async () => {
    write(1);
    const digest = () => Promise.reject(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }));

    await expect(copyAndDigest(files({ ...sharing, digest }), from, to, {})).rejects.toMatchObject({ code: 'EIO' });

    expect(existsSync(to)).toBe(false);
  });
});
