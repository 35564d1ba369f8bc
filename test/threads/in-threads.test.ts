import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onThreads, type TaskAnswer } from '../../src/images/library/tasks.ts';
import type { Ports } from '../../src/ports/index.ts';
import { type ImageSite, openImageSite } from '../operations/image/image-site.ts';

/** The program as a thread runs it, from its source. */
const program = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

let site: ImageSite;
let ports: Ports;
let files: string[];
beforeAll(async () => {
  site = await openImageSite();
  // Also on a machine with one core.
  ports = { ...site.ports, threads: { ...site.ports.threads, parallel: 2 } };
  const first = site.image('0.wim', { files: 3, bytes: 30_000 });
  files = [first, ...[1, 2, 3, 4].map((number) => join(site.folder, `${number}.wim`))];
  for (const file of files.slice(1)) copyFileSync(first, file);
  writeFileSync(files[2] ?? '', 'no image');
});
afterAll(() => site.close());

const requests = () => files.map((path) => ({ task: 'inspect' as const, request: { path, packages: true } }));

describe.each([
  ['threads', program],
  ['no threads', undefined],
])('with %s', (_what, started) => {
  it('answers each request at its place, one bad file beside the others', async () => {
    const answers: TaskAnswer['inspect'][] = [];

    await onThreads({ ports, program: started }, requests(), (answer, place) => {
      answers[place] = answer;
    });

    expect(answers).toMatchObject([
      { inspection: { inspection: { path: files[0] }, asked: expect.any(Map) } },
      { inspection: { inspection: { path: files[1] } } },
      { problem: { id: 'ImgNotAWim' } },
      { inspection: {} },
      { inspection: {} },
    ]);
  });

  it('throws what a task throws', async () => {
    const share = { path: files[2] ?? '', from: 0, to: 1 };
    const verify = [share, share].map((request) => ({ task: 'verify' as const, request }));

    await expect(onThreads({ ports, program: started }, verify, () => undefined)).rejects.toThrow(/2\.wim/);
  });

  it('stops when the caller cancels', async () => {
    const cancel = new AbortController();
    let answered = 0;

    const work = onThreads({ ports, program: started, signal: cancel.signal }, requests(), () => {
      answered += 1;
      cancel.abort();
    });

    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(answered).toBeLessThan(files.length);
  });
});

it('is told when a thread cannot be started', async () => {
  const missing = join(site.folder, 'no-program.cjs');

  await expect(onThreads({ ports, program: missing }, requests(), () => undefined)).rejects.toThrow(/no-program/);
});

it('starts no more threads than there are requests', async () => {
  let started = 0;
  const threads = {
    parallel: 16,
    start: (file: string) => {
      started += 1;
      return site.ports.threads.start(file);
    },
  };

  await onThreads({ ports: { ...ports, threads }, program }, requests().slice(0, 3), () => undefined);

  expect(started).toBe(3);
});
