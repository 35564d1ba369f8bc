/** Publishing through a port that stops at a chosen call: the files of every moment, and what is made of them. */
import { chmodSync, closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { versionFolder } from '../../src/distribution/publishing/kept-media.ts';
import { type NewVersion, publish, settlePublication } from '../../src/distribution/publishing/publish.ts';
import type { Ports } from '../../src/ports/index.ts';
import { type Month, openMonth, sha256 } from '../helpers/month.ts';

let month: Month;
let id: string;
let path: string;
let before: string;
beforeEach(async () => {
  month = await openMonth();
  ({ id, path, sha256: before } = await month.image('Image'));
  writeFileSync(month.path('new'), 'the new file');
});
afterEach(() => month.close());

const row = () => month.site.database.selectFrom('image').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const publishing = (ports = month.ports, retainVersion = 2) => ({
  database: month.site.database,
  ports,
  retention: { versions: retainVersion, days: 0, bytes: 0 },
});
const published = () => settlePublication(publishing(), id);

function version(file = month.path('new')): NewVersion {
  const inspectionJson = '{"indexes":[],"warnings":[]}';
  return { file, sha256: sha256(file), size: readFileSync(file).length, revision: null, inspectionJson, runId: null };
}

/** Ports whose file call stops the process, as it were: before or after it was done. */
function stoppingAt(member: keyof Ports['files'], match: RegExp, when: 'before' | 'after', error?: Error): Ports {
  const files = new Proxy(month.ports.files, {
    get(target, name) {
      const method = (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target);
      if (name !== member) return method;
      return (...args: unknown[]) => {
        if (!match.test(args.join(' '))) return method(...args);
        if (when === 'after') method(...args);
        throw error ?? new Stopped();
      };
    },
  });
  return { ...month.ports, files };
}

class Stopped extends Error {}

/** Publishes in a process that "dies": nothing behind the stop happens, not even clean-up. */
async function publishAndDie(member: keyof Ports['files'], match: RegExp, when: 'before' | 'after'): Promise<void> {
  const dead = { isDead: false };
  const ports = stoppingAt(member, match, when);
  const files = new Proxy(ports.files, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        if (dead.isDead) throw new Stopped();
        try {
          return method(...args);
        } catch (error) {
          if (error instanceof Stopped) dead.isDead = true;
          throw error;
        }
      };
    },
  });
  await expect(publish(publishing({ ...ports, files }), await row(), version())).rejects.toBeInstanceOf(Stopped);
}

describe('a publication that its process did not survive', () => {
  it.each<[what: string, member: keyof Ports['files'], match: RegExp, when: 'before' | 'after', isNew: boolean]>([
    ['before the copy', 'copy', /2\.new/, 'before', false],
    ['after the journal row', 'remove', /1\.wim/, 'before', false],
    ['before the second name', 'link', /1\.wim/, 'before', false],
    ['after the second name', 'link', /1\.wim/, 'after', false],
    ['before the rename', 'rename', /2\.new/, 'before', false],
    ['after the rename', 'rename', /2\.new/, 'after', true],
    ['before the rename is durable', 'syncFolder', /^(?!.*\.imgupdate)/, 'before', true],
  ])('%s: settled as the files tell', async (_what, member, match, when, isNew) => {
    await publishAndDie(member, match, when);
    const atDeath = sha256(path);

    const settled = await published();

    const image = await row();
    expect(atDeath).toBe(isNew ? sha256(month.path('new')) : before);
    expect(settled?.sourceVersion).toBe(isNew ? 2 : undefined);
    expect([image.source_version, image.sha256]).toEqual([isNew ? 2 : 1, sha256(path)]);
    const kept = existsSync(versionFolder(image)) ? readdirSync(versionFolder(image)) : [];
    expect(kept).toEqual(isNew ? ['1.wim'] : []);
    expect(await month.site.database.selectFrom('publication').selectAll().execute()).toEqual([]);
    expect(await published()).toBeUndefined();
  });

  it('of the same bytes as before is told from one that was done by the candidate', async () => {
    writeFileSync(month.path('new'), readFileSync(path));
    await publishAndDie('rename', /2\.new/, 'before');

    const settled = await published();

    expect(settled).toBeUndefined();
    expect((await row()).source_version).toBe(1);
    expect(await month.leftovers()).toEqual([]);
  });

  it('of an image that was changed meanwhile keeps the registered bytes', async () => {
    await publishAndDie('rename', /2\.new/, 'before');
    writeFileSync(path, 'somebody wrote here');

    await published();

    expect(readFileSync(path, 'utf8')).toBe('somebody wrote here');
    expect(readdirSync(versionFolder(await row()))).toEqual(['1.wim']);
  });
});

describe('a publication that fails', () => {
  const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', syscall: 'write' });

  it.each<[what: string, member: keyof Ports['files'], match: RegExp]>([
    ['while it copies', 'copy', /2\.new/],
    ['at the second name', 'link', /1\.wim/],
    ['at the rename', 'rename', /2\.new/],
  ])('%s leaves everything as it was', async (_what, member, match) => {
    const ports = stoppingAt(member, match, 'before', full);

    await expect(publish(publishing(ports), await row(), version())).rejects.toBe(full);

    expect(sha256(path)).toBe(before);
    expect((await row()).source_version).toBe(1);
    expect(await month.leftovers()).toEqual([]);
  });

  it('behind the rename is none: the file is there', async () => {
    const ports = stoppingAt('syncFolder', /^(?!.*\.imgupdate)/, 'before', full);

    const done = await publish(publishing(ports), await row(), version());

    expect(done).toEqual({ path, sha256: sha256(path), sourceVersion: 2 });
    expect(await month.leftovers()).toEqual([]);
  });

  it('refuses a file that is not what was verified', async () => {
    const wrong = { ...version(), sha256: '0'.repeat(64) };

    await expect(publish(publishing(), await row(), wrong)).rejects.toMatchObject({ id: 'ImgImageCorrupt' });

    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });

  it('does nothing more when its caller goes before the rename', async () => {
    const caller = new AbortController();
    const onProgress = (): void => caller.abort();

    const publishedNow = publish(publishing(), await row(), { ...version(), signal: caller.signal, onProgress });

    await expect(publishedNow).rejects.toMatchObject({ name: 'AbortError' });
    await published();
    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });
});

describe('a file that another program has open, on Windows', () => {
  const platform = process.platform;
  afterEach(() => {
    Object.defineProperty(process, 'platform', { value: platform });
  });

  /** Ports on which the rename fails so many times, and time goes by in the pauses alone. */
  function busyFor(times: number): Ports {
    let left = times;
    let now = month.ports.clock.now().getTime();
    const files = Object.create(month.ports.files, {
      rename: {
        value: (from: string, to: string) => {
          if (from.endsWith('.new') && left-- > 0)
            throw Object.assign(new Error('busy'), { code: 'EPERM', syscall: 'rename' });
          month.ports.files.rename(from, to);
        },
      },
      syncFolder: { value: () => undefined },
    });
    const pause = async (milliseconds: number): Promise<void> => {
      now += milliseconds;
    };
    return { ...month.ports, files, clock: { ...month.ports.clock, now: () => new Date(now), pause } };
  }

  it('is tried again until it is free', async () => {
    const image = await row();
    const next = version();
    Object.defineProperty(process, 'platform', { value: 'win32' });

    const done = await publish(publishing(busyFor(100)), image, next);

    expect(done).toEqual({ path, sha256: sha256(path), sourceVersion: 2 });
    expect(await month.leftovers()).toEqual([]);
  });

  it('is given up after a minute; nothing is lost', async () => {
    const image = await row();
    const next = version();
    Object.defineProperty(process, 'platform', { value: 'win32' });

    const failing = publish(publishing(busyFor(1000)), image, next);

    await expect(failing).rejects.toMatchObject({ id: 'ImgImageBusy', exitCode: 6 });
    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });
});

describe('a registered file', () => {
  it('that another program has open is replaced when it is closed (at once where the system allows it)', async () => {
    const handle = openSync(path, 'r');
    const pause = async () => closeSync(handle);
    const clock = { ...month.ports.clock, pause };

    const { sha256: published } = await publish(publishing({ ...month.ports, clock }), await row(), version());

    if (process.platform !== 'win32') closeSync(handle);
    expect(sha256(path)).toBe(published);
    expect(sha256(join(versionFolder(await row()), '1.wim'))).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });

  it('that is read-only, as a file from an ISO is, is replaced and kept', async () => {
    chmodSync(path, 0o444);

    await publish(publishing(), await row(), version());
    await publish(publishing(month.ports, 0), await row(), version());

    expect(readFileSync(path, 'utf8')).toBe('the new file');
    expect(readdirSync(versionFolder(await row()))).toEqual([]);
  });
});

describe('retention', () => {
  async function publishTimes(times: number, retainVersion: number, ports = month.ports): Promise<string[]> {
    for (let at = 0; at < times; at += 1) {
      writeFileSync(month.path('new'), `version ${at}`);
      await publish(publishing(ports, retainVersion), await row(), version());
    }
    return readdirSync(versionFolder(await row()));
  }

  it.each([
    [0, []],
    [1, ['4.wim']],
    [2, ['3.wim', '4.wim']],
    [9, ['1.wim', '2.wim', '3.wim', '4.wim']],
  ])('of %i keeps the newest so many, files and rows', async (retainVersion, files) => {
    const left = await publishTimes(4, retainVersion);

    const { versions } = await month.call('image.versions', { image: 'Image' });
    expect(left).toEqual(files);
    expect(versions.map((each: { sourceVersion: number }) => each.sourceVersion)).toEqual([
      5,
      ...files.map((name) => Number.parseInt(name, 10)).reverse(),
    ]);
    expect(versions.every((each: { available: boolean }) => each.available)).toBe(true);
  });

  it('takes the oldest first, so that what is left never builds on what is gone', async () => {
    await publishTimes(3, 9);
    const removed: string[] = [];
    const files = Object.create(month.ports.files, {
      remove: {
        value: (file: string) => {
          if (/\.wim$/.test(file)) removed.push(basename(file));
          month.ports.files.remove(file);
        },
      },
    }) as Ports['files'];
    await publishTimes(1, 1, { ...month.ports, files });

    expect(removed.filter((name) => name !== '4.wim')).toEqual(['1.wim', '2.wim', '3.wim']);
  });

  it('is no failure when an old file cannot be removed: it stays listed, and goes the next time', async () => {
    const ports = stoppingAt('remove', /1\.wim/, 'before', Object.assign(new Error('EBUSY'), { code: 'EBUSY' }));
    await publishTimes(1, 1);
    const busy = await publishTimes(1, 1, ports);
    const later = await publishTimes(1, 1);

    expect([busy, later]).toEqual([['1.wim', '2.wim'], ['3.wim']]);
  });
});

it('copies where the file system has no second names', async () => {
  const files = Object.create(month.ports.files, { link: { value: () => false } }) as Ports['files'];

  await publish(publishing({ ...month.ports, files }), await row(), version());

  expect(sha256(join(versionFolder(await row()), '1.wim'))).toBe(before);
  rmSync(month.path('new'));
});
