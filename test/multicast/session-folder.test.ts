import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSessionFolder } from '../../src/multicast/session-folder.ts';
import { realPorts } from '../../src/ports/index.ts';
import type { ProcessIdentity } from '../../src/ports/processes.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'imgupdate-session-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const real = realPorts({});
const { host } = real.self;
/** Of all processes only number 1 lives; number 7 is a tool that works in the folders of sessions. */
function ports(ended: number[]) {
  const processes = {
    ...real.processes,
    lives: async ({ pid }: ProcessIdentity) => pid === 1,
    withArgument: async (text: string) => (text.includes('dead') ? [{ pid: 7, startTime: 'then' }] : []),
    end: async ({ pid }: ProcessIdentity) => ended.push(pid) > 0,
  };
  return { ...real, processes };
}
function left(name: string, owner: string): string {
  const folder = join(place, `.imgupdate-multicast-${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'owner.json'), owner);
  return folder;
}

it('clears away what a killed process and its tool left, and nothing that lives or is not ours', async () => {
  const dead = left('dead', JSON.stringify({ host, pid: 2, startTime: 'then' }));
  const alive = left('alive', JSON.stringify({ host, pid: 1, startTime: 'then' }));
  const elsewhere = left('elsewhere', JSON.stringify({ host: `not-${host}`, pid: 2, startTime: 'then' }));
  const odd = left('odd', 'no JSON');
  writeFileSync(join(place, 'install.wim'), 'last month');
  const ended: number[] = [];

  const folder = await makeSessionFolder(ports(ended), place);

  expect(ended).toEqual([7]);
  expect([dead, alive, elsewhere, odd, folder, join(place, 'install.wim')].map((path) => existsSync(path))).toEqual([
    ...[false, true, true, true, true, true],
  ]);
  expect(readdirSync(folder)).toEqual(['owner.json']);
});
