/**
 * Something happens at a random moment of a save over http: the process dies, the folder is full, the connection is cut,
 * the server ends, bytes are changed on their way or on the disk, a new version is sent meanwhile. What lies under the name
 * of the image is whole at every moment, and the next save ends right. What the server gives is whole, too.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callOperation } from '../../../src/operations/call.ts';
import { operations } from '../../../src/operations/index.ts';
import type { Context } from '../../../src/operations/operation.ts';
import type { HttpAnswer } from '../../../src/ports/http.ts';
import { HttpFailure } from '../../../src/ports/http.ts';
import type { Ports } from '../../../src/ports/index.ts';
import { type Month, openMonth, sha256 } from '../../helpers/month.ts';
import { keepPatience } from '../../helpers/patient-clock.ts';
import { publishNext } from '../../helpers/publish-next.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { type ServedPoint, serveMonth } from '../../helpers/served-point.ts';
import { withWrite } from '../../helpers/writing.ts';

const seeds = Number(process.env['DISTRIBUTION_SEEDS'] ?? 50);
const troubles = [
  'killed',
  'full',
  'gone',
  'cut',
  'server ended',
  'changed on the way',
  'changed on the disk',
  'sent meanwhile',
];

let month: Month;
let to: string;
let served: ServedPoint;
/** All that the image ever was. */
const digests = new Set<string>();
let [begun, struck] = [0, 0];
beforeAll(async () => {
  month = await openMonth();
  keepPatience(month);
  to = month.path('cache');
  const image = await month.image('Windows 11', { bytes: 600_000, files: 20 });
  digests.add(image.sha256);
  await month.call('distribution.add', { name: 'North', type: 'http', path: month.path('north') });
  await month.call('distribution.send', { image: ['Windows 11'], point: ['North'] });
  served = await serveMonth(month, 'North');
});
afterAll(async () => {
  // A moment after the end of a save is none.
  expect(struck).toBeGreaterThan(begun / 2);
  await served.close();
  await month.close();
});

const file = (): string => join(to, 'Windows 11.wim');

async function nextMonth(revision: number): Promise<string> {
  const digest = await publishNext(month, 'Windows 11', revision, 600_000);
  digests.add(digest);
  await month.call('distribution.send', { image: ['Windows 11'] });
  return digest;
}

async function save(ports: Ports, spare: boolean, attempts = 2): Promise<void> {
  const operation = operations.get('image.save');
  if (operation === undefined) throw new Error('there is no image.save');
  const context = { ports, signal: new AbortController().signal, emit: () => undefined, dryRun: false };
  const request = { from: served.url, to, image: ['Windows 11'], trust: [served.fingerprint], attempts, spare };
  await callOperation(operation, request, context as unknown as Context);
}

function assertWhole(): void {
  if (existsSync(file())) expect(digests).toContain(sha256(file()));
}

describe.each(Array.from({ length: seeds }, (_, at) => at + 1))('seed %i', (seed) => {
  const random = randomNumbers(seed);
  const trouble = troubles[random(troubles.length)] ?? '';
  const spare = random(2) === 0;

  it(`${trouble}${spare ? ', with a spare' : ''}: whole at every moment, and right in the end`, async () => {
    begun += 1;
    let wanted = await nextMonth(2000 + seed);
    let left = random(12);
    let hasStruck = false;
    let dead = false;
    /** Counts calls; true at the random one. */
    const strikes = (): boolean => {
      if (dead) throw new Error('dead');
      if (hasStruck || left-- > 0) return false;
      hasStruck = true;
      return true;
    };
    const inFolder = async (): Promise<void> => {
      assertWhole();
      if (!strikes()) return;
      if (trouble === 'killed') {
        dead = true;
        throw new Error('dead');
      }
      const code = trouble === 'full' ? 'ENOSPC' : 'EIO';
      if (trouble === 'full' || trouble === 'gone') throw Object.assign(new Error(code), { code, syscall: 'write' });
    };
    const onTheWay = async (): Promise<'cut' | 'change' | undefined> => {
      if (dead || !strikes()) return undefined;
      if (trouble === 'cut' || trouble === 'changed on the disk') return 'cut';
      if (trouble === 'changed on the way') return 'change';
      if (trouble === 'sent meanwhile') wanted = await nextMonth(3000 + seed);
      if (trouble === 'server ended') {
        const port = Number(new URL(served.url).port);
        await served.close();
        served = await serveMonth(month, 'North', port);
      }
      return undefined;
    };
    const isNetwork = ['cut', 'server ended', 'changed on the way', 'changed on the disk', 'sent meanwhile'].includes(
      trouble,
    );
    const ports = isNetwork ? withNetwork(onTheWay) : withFolder(inFolder);
    await save(ports, spare, trouble === 'changed on the disk' ? 1 : 2).catch((error: unknown) => {
      if (!hasStruck) throw error;
    });
    if (hasStruck) struck += 1;
    assertWhole();
    if (trouble === 'changed on the disk') spoil(random);

    await save(month.ports, spare);
    expect(sha256(file())).toBe(wanted);
    expect(readdirSync(to).filter((name) => !/^(images|manifest\.json|Windows 11\.wim)$/.test(name))).toEqual([]);
    const answer = await fetch(new URL('Windows%2011.wim', served.url));
    expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(file()))).toBe(true);
  });
});

function spoil(random: (below: number) => number): void {
  for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(part|bin|wim)$/.test(name)) continue;
    const bytes = readFileSync(join(to, name));
    if (bytes.length > 0) bytes[random(bytes.length)] = 0xee;
    writeFileSync(join(to, name), bytes.subarray(0, bytes.length - random(2) * random(bytes.length + 1)));
  }
}

/** Ports whose files in the folder tell before each call. */
function withFolder(before: () => Promise<void>): Ports {
  const told = new Set(['rename', 'replaceText', 'link', 'clone', 'syncFolder', 'remove', 'makePrivate']);
  let failure: unknown;
  /** What is not awaited throws with its next call. */
  const now = (): void => {
    if (failure !== undefined) throw failure;
    before().catch((error: unknown) => {
      failure = error;
    });
    if (failure !== undefined) throw failure;
  };
  const files = new Proxy(month.ports.files, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
      if (name === 'random') {
        return async (path: string, mode: 'read' | 'rewrite' | 'make') => {
          await before();
          const opened = await target.random(path, mode);
          const write: typeof opened.write = async (offset, bytes) => {
            // What a process that dies was writing is on the disk in part.
            await before().catch(async (error: unknown) => {
              await opened.write(offset, bytes.subarray(0, bytes.length >> 1));
              throw error;
            });
            await opened.write(offset, bytes);
          };
          return withWrite(opened, write);
        };
      }
      if (!told.has(String(name))) return method.bind(target);
      return (...args: unknown[]) => {
        if (args.some((each) => String(each).startsWith(to))) now();
        return method.apply(target, args);
      };
    },
  });
  return { ...month.ports, files };
}

/** Ports whose answers tell at each piece. */
function withNetwork(at: () => Promise<'cut' | 'change' | undefined>): Ports {
  async function* pieces(answer: HttpAnswer): AsyncGenerator<Uint8Array> {
    for await (const piece of answer.body) {
      // Small pieces: more moments.
      for (let from = 0; from < piece.length; from += 20_000) {
        const part = Uint8Array.from(piece.subarray(from, from + 20_000));
        const event = await at();
        if (event === 'cut') throw new HttpFailure('cut', 'ECONNRESET', 'the server: cut', undefined);
        if (event === 'change') part[part.length >> 1] = (part[part.length >> 1] ?? 0) ^ 1;
        yield part;
      }
    }
  }
  return {
    ...month.ports,
    http: {
      async request(request) {
        const answer = await month.ports.http.request(request);
        return { ...answer, body: pieces(answer) };
      },
    },
  };
}
