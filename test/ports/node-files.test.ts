/** What the platform says badly is said well. */
import fs, { mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/ports/node-files.ts';

const { mkdirSync } = fs;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-files-'));
});
afterEach(() => {
  fs.mkdirSync = mkdirSync;
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true, force: true });
});

const failing = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'mkdir' });

it('a folder on a read-only volume is refused as that, though Node says that something is missing', () => {
  const asked: string[] = [];
  // As Node and Linux do it: ENOENT for the whole way, the reason for one folder.
  fs.mkdirSync = ((path: string, options?: fs.MakeDirectoryOptions) => {
    if (options?.recursive === true) throw failing('ENOENT');
    asked.push(path);
    throw failing('EROFS');
  }) as typeof fs.mkdirSync;
  syncBuiltinESMExports();

  expect(() => nodeFiles.makeFolder(join(folder, 'a', 'b', 'c'))).toThrow('EROFS');
  expect(asked).toEqual([join(folder, 'a')]);
});

it('folders that can be made are made, with all on the way', () => {
  nodeFiles.makeFolder(join(folder, 'a', 'b'));
  nodeFiles.makeFolder(join(folder, 'a', 'b'));

  expect(nodeFiles.facts(join(folder, 'a', 'b'))?.kind).toBe('folder');
});

it('a copy that fails says at which file, and leaves no half of it', async () => {
  const to = join(folder, 'copy');

  await expect(nodeFiles.copy(folder, to, {})).rejects.toMatchObject({ path: folder });

  expect(nodeFiles.facts(to)).toBeUndefined();
});

it('a file is shared at the least cost, and never over another one', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  fs.writeFileSync(from, 'content');

  await nodeFiles.share(from, to, {});

  expect(fs.readFileSync(to, 'utf8')).toBe('content');
  await expect(nodeFiles.share(from, to, {})).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(nodeFiles.share(join(folder, 'none'), join(folder, 'x'), {})).rejects.toMatchObject({ code: 'ENOENT' });
  const copied = await { ...nodeFiles, link: () => false }.share(from, join(folder, 'copied'), {});
  expect([copied, fs.readFileSync(join(folder, 'copied'), 'utf8')]).toEqual([undefined, 'content']);
});

it('a file is gone on with at its end', () => {
  const path = join(folder, 'grows');
  for (const text of ['one ', 'two']) {
    const sink = nodeFiles.appender(path);
    expect(sink.position).toBe(text === 'two' ? 4 : 0);
    sink.append(Buffer.from(text));
    sink.close();
  }

  expect(fs.readFileSync(path, 'utf8')).toBe('one two');
});

it('a large growing file is brought to the disk meanwhile, and its digest is that of the file', async () => {
  const path = join(folder, 'large');
  const sink = nodeFiles.sink(path);
  const digest = nodeFiles.followDigest(path, ['sha256'], { flushes: true });
  for (let count = 1; count <= 20; count += 1) {
    sink.append(Buffer.alloc(4 * 1024 * 1024, count));
    digest.advance(sink.position);
  }
  const { sha256 } = await digest.finish(sink.position);
  await digest.end();
  sink.close();

  expect({ sha256 }).toEqual(await nodeFiles.digest(path, ['sha256'], {}));
  fs.rmSync(path);
});

it('a growing file is digested behind its writer, and one that is too short is told', async () => {
  const path = join(folder, 'grows');
  fs.writeFileSync(path, 'one ');
  const digest = nodeFiles.followDigest(path, ['sha1', 'sha256']);
  digest.advance(4);
  fs.appendFileSync(path, 'two');

  expect(await digest.finish(7)).toEqual(await nodeFiles.digest(path, ['sha1', 'sha256'], {}));
  await digest.end();
  const short = nodeFiles.followDigest(path, ['sha256']);
  await expect(short.finish(8)).rejects.toThrow(/ends at 7/);
  await short.end();
  const ended = nodeFiles.followDigest(path, ['sha256']);
  await ended.end();
  await expect(ended.finish(7)).rejects.toThrow(/ended/);
});

describe('a file that copies from another one', () => {
  const open = async (size: number) => {
    const from = join(folder, `from-${size}`);
    const bytes = Buffer.alloc(size);
    for (let at = 0; at + 4 <= size; at += 4096) bytes.writeUInt32LE(at, at);
    fs.writeFileSync(from, bytes);
    const source = await nodeFiles.random(from, 'read');
    const target = await nodeFiles.random(join(folder, `to-${size}`), 'make');
    const close = async (): Promise<void> => {
      await target.close();
      await source.close();
    };
    return { bytes, source, target, close, to: join(folder, `to-${size}`) };
  };

  // Little is copied by the threads of the platform, much by one of its own.
  it.each([1_000_003, 20_000_003])('has its bytes, where they were wanted: %i', async (size) => {
    const { bytes, source, target, close, to } = await open(size);
    await target.copyFrom({ descriptor: source.descriptor, at: 0 }, 7, size);
    await target.copyFrom({ descriptor: source.descriptor, at: 300_000 }, 0, 7);
    await close();
    const expected = Buffer.concat([bytes.subarray(300_000, 300_007), bytes]);
    expect(fs.readFileSync(to).equals(expected)).toBe(true);
  });

  it.each([1_000_000, 20_000_000])('says when the other one is too short, and goes on: %i', async (size) => {
    const { source, target, close, to } = await open(size);
    const beyond = target.copyFrom({ descriptor: source.descriptor, at: 1 }, 0, size);
    await expect(beyond).rejects.toMatchObject({
      syscall: 'read',
      message: expect.stringContaining(`ends at ${size}`),
    });
    await target.copyFrom({ descriptor: source.descriptor, at: 0 }, 0, size);
    await close();
    expect(fs.statSync(to).size).toBe(size);
  });

  it.each([1_000_000, 20_000_000])('says when it cannot be written: %i', async (size) => {
    const { source, close } = await open(size);
    const readOnly = await nodeFiles.random(join(folder, `from-${size}`), 'read');
    const copied = readOnly.copyFrom({ descriptor: source.descriptor, at: 0 }, 0, size);
    await expect(copied).rejects.toMatchObject({ syscall: 'write', code: expect.stringMatching(/^E/) });
    await readOnly.close();
    await close();
  });
});
