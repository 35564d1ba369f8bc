import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { type Ports, realPorts } from '../../src/ports/index.ts';
import type { Database } from '../../src/site/database.ts';
import { imageLock, ownerLives, releaseLock, takeLock } from '../../src/site/locks.ts';

let folder: string;
let database: Database;
const ports = realPorts({});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-locks-'));
  database = await openDatabase(join(folder, 'x.db'));
});
afterEach(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const name = imageLock('an-image');
const take = (runId: string, as: Ports = ports) => takeLock({ database, ports: as }, name, runId);
const holder = async () => (await database.selectFrom('lock').selectAll().execute()).map(({ run_id }) => run_id);

/** Ports of a process of this machine that has ended. */
async function deadProcess(): Promise<Ports> {
  const { pid, startTime, finished } = await ports.processes.start({
    program: process.execPath,
    arguments: ['-e', ''],
  });
  await finished;
  const processes = Object.create(ports.processes, { ownStartTime: { value: async () => startTime } });
  return { ...ports, self: { host: ports.self.host, pid }, processes };
}

describe('a lock', () => {
  it('is held by one; others learn by whom; its owner gives it back', async () => {
    expect(await take('one')).toBeUndefined();
    expect(await take('two')).toMatchObject({ run_id: 'one', pid: process.pid });
    await releaseLock(database, name, 'two');
    expect(await holder()).toEqual(['one']);
    await releaseLock(database, name, 'one');
    expect(await take('two')).toBeUndefined();
  });

  it('goes to exactly one of many that want it at once', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((runId) => take(runId)));

    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(await holder()).toHaveLength(1);
  });

  it('of a process that has ended is stale at once, and goes to exactly one', async () => {
    expect(await take('dead', await deadProcess())).toBeUndefined();

    const answers = await Promise.all(['a', 'b', 'c'].map((runId) => take(runId)));

    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(await holder()).not.toContain('dead');
  });

  it('is stale when its process id was given to another process', async () => {
    await take('one');
    await database.updateTable('lock').set({ start_time: 'at another time' }).execute();

    expect(await take('two')).toBeUndefined();
  });

  it('of another machine is never taken away', async () => {
    await take('one', { ...ports, self: { host: 'another machine', pid: 1 } });

    expect(await take('two')).toMatchObject({ host: 'another machine' });
  });
});

it.each([
  ['this process', process.pid, true],
  ['a process that cannot be', 2 ** 30, false],
])('tells whether the owner lives: %s', async (_who, pid, lives) => {
  const start_time = await ports.processes.ownStartTime();

  expect(await ownerLives(ports, { host: ports.self.host, pid, start_time })).toBe(lives);
});
