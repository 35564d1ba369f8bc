import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/errors.ts';
import { type Ports, realPorts } from '../../../src/ports/index.ts';
import type { RunningProcess } from '../../../src/ports/processes.ts';
import { endTools, rememberTool } from '../../../src/servicing/run/tool-file.ts';
import { lives } from '../../helpers/halted.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

const ports = realPorts({});
const written: string[] = [];
const log = { write: (message: string) => void written.push(message) };
let folder: string;
let tool: RunningProcess;
let pid: number;
let startTime: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-tool-'));
  tool = await ports.processes.start({ program: process.execPath, arguments: ['-e', 'setInterval(() => {}, 1000)'] });
  ({ pid, startTime } = tool);
});
afterEach(async () => {
  await tool.kill();
  await tool.finished;
  rmSync(folder, { recursive: true });
});

describe('the tool of an interrupted run', () => {
  it('is ended', async () => {
    rememberTool(ports, folder, pid, startTime);

    expect(await endTools({ ports, log }, folder)).toBe(true);
    await tool.finished;
    expect(lives(pid)).toBe(false);
  });

  it('is left alone when its process id belongs to another process by now', async () => {
    rememberTool(ports, folder, pid, startTime.replaceAll(/\d+/g, '1'));

    expect(await endTools({ ports, log }, folder)).toBe(true);
    expect(lives(pid)).toBe(true);
  });

  it('is left alone, and reported, when it runs on another machine', async () => {
    rememberTool({ ...ports, self: { host: 'another', pid: 1 } }, folder, pid, startTime);

    expect(await endTools({ ports, log }, folder)).toBe(false);
    expect(lives(pid)).toBe(true);
  });

  it.each(['', '{', 'null', '5', '[]', '{"host":', '{}', '{"host":"x"}'])('of a record %j is none', async (text) => {
    writeFileSync(join(folder, 'tool.json'), text.replace('"x"', JSON.stringify(ports.self.host)));

    expect(await endTools({ ports, log }, folder)).toBe(true);
    expect(lives(pid)).toBe(true);
  });

  const wmi = requires.withoutLane('commandLines');
  const logs = 'is ended when it was not noted yet: it logs into the folder of the run';
  it.skipIf(anyMissing(wmi))(titled(logs, wmi), async () => {
    const logging = (path: string): ChildProcess =>
      spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', '/English', `/LogPath:${path}`]);
    const ours = logging(join(folder, 'dism-03-mount-1.log'));
    const others = [logging(join(folder, '..', 'dism-03-mount-1.log')), logging(join(folder, 'other.log'))];
    const ended = new Promise((resolve) => ours.on('exit', resolve));

    expect(await endTools({ ports, log }, folder)).toBe(true);
    await ended;
    expect(others.map(({ pid = 0 }) => lives(pid))).toEqual([true, true]);
    for (const other of others) other.kill('SIGKILL');
  });

  it('that nobody can look for is told, where the system ends it with its worker', async () => {
    const refuse = new Problem('ImgPowerShellFailed', { detail: 'no WMI' });
    const asking = (childrenEndWithUs: boolean): Ports => ({
      ...ports,
      processes: { ...ports.processes, childrenEndWithUs, withArgument: () => Promise.reject(refuse) },
    });

    await expect(endTools({ ports: asking(false), log }, folder)).rejects.toBe(refuse);
    expect(await endTools({ ports: asking(true), log }, folder)).toBe(true);
    expect(written.at(-1)).toContain('no WMI');
  });

  it('was never started when there is no record', async () => {
    expect(await endTools({ ports, log }, folder)).toBe(true);
  });
});
