/** Images on their way to folders: what travels, what is kept, and what happens to a target is told and hurts nothing. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPoint, sendImage } from '../../../src/distribution/points/send.ts';
import { readManifest } from '../../../src/distribution/points/store/signed-manifest.ts';
import { addTargets, pointRows } from '../../../src/distribution/points/targets.ts';
import type { Ports } from '../../../src/ports/index.ts';
import { type Month, openMonth, sha256, updates } from '../../helpers/month.ts';
import { keepPatience } from '../../helpers/patient-clock.ts';
import { publishNext } from '../../helpers/publish-next.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { withWrite } from '../../helpers/writing.ts';

let month: Month;
let root: string;
beforeEach(async () => {
  month = await openMonth();
  keepPatience(month);
  root = month.path('north');
  await month.image('Windows 11', { bytes: 2_000_000, files: 20 });
  await month.call('distribution.add', { name: 'North', type: 'folder', path: root, groups: ['Schools'] });
});
afterEach(() => month.close());

const row = () =>
  month.site.database.selectFrom('image').selectAll().where('name', '=', 'Windows 11').executeTakeFirstOrThrow();

const nextMonth = (revision: number): Promise<string> => publishNext(month, 'Windows 11', revision);

const send = (more: object = {}) =>
  month.call('distribution.send', { image: ['Windows 11'], point: ['North'], ...more });
const fixed = (): string => join(root, 'Windows 11.wim');
const folder = async (): Promise<string> => join(root, 'images', (await row()).id);

async function addTarget(): Promise<void> {
  const keys = (await pointRows(month.site.database)).map(({ name_key }) => name_key);
  await addTargets(month.site.database, (await row()).id, keys);
}

/** Ports whose file system does something else at a distribution point. */
function withFiles(change: Partial<Ports['files']>): Ports {
  return { ...month.ports, files: { ...month.ports.files, ...change } };
}

async function sendWith(ports: Ports, signal = new AbortController().signal) {
  await addTarget();
  const points = await pointRows(month.site.database);
  return sendImage({ ports, site: month.site, signal }, (await row()) as never, points);
}

describe('a folder', () => {
  it('serves the published file under a fixed name, and says so in a signed manifest', async () => {
    const { statuses, ok } = await send();
    const image = await row();

    expect(ok).toBe(true);
    expect(statuses[0]).toMatchObject({
      targeted: 1,
      numberSuccess: 1,
      numberErrors: 0,
      sourceVersion: 1,
      lastError: null,
    });
    expect(statuses[0].targets[0]).toMatchObject({ method: 'copied', bytesSent: image.size, path: fixed() });
    expect(sha256(fixed())).toBe(image.sha256);
    const read = readManifest(month.ports.signing, readFileSync(join(root, 'manifest.json'), 'utf8'));
    expect('manifest' in read ? read.manifest.images : read.wrong).toMatchObject([
      {
        name: 'Windows 11',
        indexes: [{ architecture: 'x64' }],
        versions: [{ sourceVersion: 1, sha256: image.sha256 }],
      },
    ]);
  });

  it('takes only what changed in the second month, and keeps the version before', async () => {
    await send();
    const first = sha256(fixed());
    const second = await nextMonth(5000);
    const { statuses } = await send();
    const [target] = statuses[0].targets;

    // The resources lie elsewhere in the new file, so most of it is written, and little of it travels.
    expect(target.method).toBe('blocks');
    expect(target.bytesSent).toBeLessThan((await row()).size / 2);
    expect(target.bytesSent + target.bytesReused).toBe((await row()).size);
    expect(sha256(fixed())).toBe(second);
    expect(sha256(join(await folder(), '1.wim'))).toBe(first);
  });

  it('changes the spare in place after servicing, and only what is new travels', async () => {
    await send();
    await month.content(updates.june);
    expect((await month.service({ image: 'Windows 11', updates: [updates.june.uniqueId] })).status).toBe('Succeeded');
    const { statuses } = await send();
    const [target] = statuses[0].targets;

    expect(target.method).toBe('patched');
    expect(target.bytesSent).toBeLessThan((await row()).size / 2);
    expect(sha256(fixed())).toBe((await row()).sha256);
  });

  it('builds of pieces where there is no spare', async () => {
    await month.call('distribution.set', { name: 'North', settings: { spare: false } });
    await nextMonth(4000);
    await send();
    expect(existsSync(join(await folder(), 'spare.bin'))).toBe(false);
    const next = await nextMonth(5000);
    const { statuses } = await send();

    expect(statuses[0].targets[0].method).toBe('blocks');
    expect(statuses[0].targets[0].bytesSent).toBeLessThan((await row()).size / 2);
    expect(sha256(fixed())).toBe(next);
  });

  it('keeps as many versions as it is told, and never changes one that may still be read', async () => {
    for (const revision of [5000, 5100, 5200, 5300]) {
      await send();
      await nextMonth(revision);
    }
    await send();
    const kept = readdirSync(await folder()).filter((name) => /^\d+\.wim$/.test(name));
    expect(kept).toEqual(['4.wim', '5.wim']);
    expect(sha256(fixed())).toBe((await row()).sha256);
  });

  it('has nothing to bring for what is there, under any version', async () => {
    await send();
    expect((await send()).statuses[0].targets[0]).toMatchObject({ method: 'same', bytesSent: 0 });
    const first = (await row()).sha256;
    await nextMonth(5000);
    await send();
    await month.call('image.restore', { image: 'Windows 11' });
    expect((await send()).statuses[0].targets[0]).toMatchObject({ method: 'linked', bytesSent: 0 });
    expect(sha256(fixed())).toBe(first);
  });

  it('goes on where a send was cut', async () => {
    const { size, sha256: wanted } = await row();
    const stop = new AbortController();
    let sent = 0;
    const ports = withFiles({
      async random(path, mode) {
        const file = await month.ports.files.random(path, mode);
        if (mode !== 'make') return file;
        return withWrite(file, async (offset, bytes) => {
          await file.write(offset, bytes.subarray(0, 100_000));
          stop.abort();
          throw stop.signal.reason;
        });
      },
    });
    await expect(sendWith(ports, stop.signal)).rejects.toThrow();
    expect(existsSync(fixed())).toBe(false);

    sent = (await send()).statuses[0].targets[0].bytesSent;
    expect(sent).toBe(size - 100_000);
    expect(sha256(fixed())).toBe(wanted);
  });

  it('never takes a name that somebody else put there', async () => {
    writeFileSync(fixed(), 'mine');
    const { statuses } = await send();
    expect(readFileSync(fixed(), 'utf8')).toBe('mine');
    expect(sha256(statuses[0].targets[0].path)).toBe((await row()).sha256);
  });

  it('holds to its bandwidth by the clock', async () => {
    await month.call('distribution.set', { name: 'North', settings: { bandwidthLimit: 1_000_000 } });
    const waits: number[] = [];
    const clock = {
      ...month.ports.clock,
      pause: (time: number, signal?: AbortSignal) => {
        // Patience is a pause that is given up.
        if (time >= 100_000) return month.ports.clock.pause(time, signal);
        waits.push(time);
        return Promise.resolve();
      },
    };
    await sendWith({ ...month.ports, clock });
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(((await row()).size / 1_000_000) * 500);
  });
});

describe('a target that', () => {
  const failing = (code: string): Partial<Ports['files']> => ({
    async random(path, mode) {
      const file = await month.ports.files.random(path, mode);
      if (mode === 'read' || !path.startsWith(root)) return file;
      const write = async (): Promise<never> => {
        throw Object.assign(new Error(code), { code, syscall: 'write' });
      };
      return withWrite(file, write);
    },
  });

  it.each([
    ['runs full', failing('ENOSPC'), 'ImgPointFull'],
    ['is read-only', failing('EROFS'), 'ImgPointUnwritable'],
    ['says that it is full', { freeSpace: () => 1000 }, 'ImgPointFull'],
    ['breaks off', failing('EIO'), 'ImgPointUnreachable'],
  ] as const)('%s is told, and another one is sent to', async (_what, change, id) => {
    const other = month.path('south');
    await month.call('distribution.add', { name: 'South', type: 'folder', path: other });
    await send({ point: ['North', 'South'] });
    const before = sha256(fixed());
    await month.call('distribution.set', { name: 'North', settings: { attempts: 1, spare: false } });
    rmSync(join(await folder(), 'spare.bin'), { force: true });
    const next = await nextMonth(5000);
    const forNorth = 'freeSpace' in change ? { freeSpace: (path: string) => (path === root ? 1000 : 1e12) } : change;

    const status = await sendWith(withFiles(forNorth));

    const [north, south] = status.targets;
    expect([north?.state, north?.lastError?.id]).toEqual(['Error', id]);
    expect(north?.lastError?.remedy).not.toBe('');
    expect(south?.state).toBe('Success');
    expect([status.numberErrors, status.numberSuccess]).toEqual([1, 1]);
    expect([sha256(fixed()), sha256(join(other, 'Windows 11.wim'))]).toEqual([before, next]);
    expect(sha256((await row()).path)).toBe(next);

    expect(
      (await month.call('distribution.send', { image: ['Windows 11'], failed: true })).statuses[0].lastError,
    ).toBeNull();
    expect(sha256(fixed())).toBe(next);
  });

  it('is gone is not made anew where its share was', async () => {
    await send();
    renameSync(root, `${root}-away`);
    mkdirSync(root);
    await month.call('distribution.set', { name: 'North', settings: { attempts: 1 } });
    const { statuses } = await send();
    expect(statuses[0].lastError.id).toBe('ImgPointUnreachable');
    expect(readdirSync(root)).toEqual([]);
  });

  it('gives no answer is given up', async () => {
    await month.call('distribution.set', { name: 'North', settings: { attempts: 1, patience: 1 } });
    const ports = withFiles({
      random: (path, mode) =>
        path.startsWith(root) ? new Promise(() => undefined) : month.ports.files.random(path, mode),
    });
    const clock = { ...month.ports.clock, pause: async () => undefined };
    const status = await sendWith({ ...ports, clock });
    expect(status.targets[0]?.lastError).toMatchObject({ id: 'ImgPointUnreachable', retryable: true });
  });

  it('changes what arrives never serves it', async () => {
    await send();
    const before = sha256(fixed());
    await nextMonth(5000);
    await month.call('distribution.set', { name: 'North', settings: { attempts: 1 } });
    const status = await sendWith(
      withFiles({
        async random(path, mode) {
          const file = await month.ports.files.random(path, mode);
          if (mode === 'read') return file;
          return withWrite(file, (offset, bytes) => file.write(offset, Buffer.from(bytes).fill(7, 0, 1)));
        },
      }),
    );
    expect(status.targets[0]?.lastError).toMatchObject({ id: 'ImgPointDamages' });
    expect(sha256(fixed())).toBe(before);
    expect((await send()).statuses[0].lastError).toBeNull();
  });

  it('lies about what it has is found out, and mended by the next send', async () => {
    await send();
    const wanted = (await row()).sha256;
    const copy = month.path('copy');
    copyFileSync(fixed(), copy);
    const bytes = readFileSync(copy);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(fixed(), bytes);

    const { statuses, ok } = await month.call('distribution.status', { image: 'Windows 11', verify: true });
    expect([ok, statuses[0].lastError.id]).toEqual([false, 'ImgPointDamages']);
    expect((await send()).statuses[0].lastError).toBeNull();
    expect(sha256(fixed())).toBe(wanted);
  });

  it('has a manifest that was changed is not believed', async () => {
    await send();
    const path = join(root, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Windows 11', 'Windows 12'));
    const { statuses, warnings } = await send();
    expect(warnings.join()).toContain('is not believed');
    expect(statuses[0].numberSuccess).toBe(1);
  });

  it('belongs to another site is left alone', async () => {
    writeFileSync(join(root, 'imgupdate-point.json'), '{"site":"other"}');
    const { statuses } = await send();
    expect(statuses[0].lastError.id).toBe('ImgPointForeign');
    expect(existsSync(fixed())).toBe(false);
  });
});

/** A process that dies, a volume that fills, a cable that is pulled, somebody who changes files: at a random call. */
describe('at a random moment', () => {
  it.each(Array.from({ length: Number(process.env['DISTRIBUTION_SEEDS'] ?? 8) }, (_, at) => at + 1))(
    'something happens, seed %i: what is served is whole, and the next send ends right',
    async (seed) => {
      await trouble(month, root, seed);
    },
  );
});

async function trouble(at: Month, folderOfPoint: string, seed: number): Promise<void> {
  const random = randomNumbers(seed);
  await send();
  const before = sha256(fixed());
  const next = await nextMonth(5000 + seed);
  await at.call('distribution.set', { name: 'North', settings: { attempts: 1, spare: random(2) === 0 } });
  let left = random(25);
  const kind = random(3);
  let dead = false;
  const strike = (): void => {
    if (dead) throw new Error('dead');
    if (left-- > 0) return;
    if (kind === 0) dead = true;
    const code = ['dead', 'ENOSPC', 'EIO'][kind] ?? '';
    throw Object.assign(new Error(code), kind === 0 ? {} : { code, syscall: 'write' });
  };
  const files = new Proxy(at.ports.files, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
      if (
        !['random', 'rename', 'replaceText', 'link', 'clone', 'syncFolder', 'duplicate', 'remove'].includes(
          String(name),
        )
      )
        return method.bind(target);
      return (...args: unknown[]) => {
        if (String(args[0]).startsWith(folderOfPoint) || String(args[1]).startsWith(folderOfPoint)) strike();
        return method.apply(target, args);
      };
    },
  });
  await sendWith({ ...at.ports, files });
  expect([before, next]).toContain(sha256(fixed()));
  if (random(2) === 0) {
    for (const name of readdirSync(await folder()).filter((each) => /part$|spare.bin$/.test(each))) {
      const path = join(await folder(), name);
      const bytes = readFileSync(path);
      if (bytes.length > 0) bytes[random(bytes.length)] = 0xee;
      writeFileSync(path, bytes.subarray(0, bytes.length - random(2) * random(bytes.length + 1)));
    }
  }
  expect((await send()).statuses[0].lastError).toBeNull();
  expect(sha256(fixed())).toBe(next);
  expect(
    await openPoint(
      { ports: at.ports, site: at.site, signal: new AbortController().signal },
      (await pointRows(at.site.database))[0] as never,
    ).damage({ imageId: (await row()).id, imageName: 'x', sourceVersion: 2, sha256: next }),
  ).toBeUndefined();
}
