import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realPorts } from '../../../src/ports/index.ts';
import { endTools, rememberTool } from '../../../src/servicing/run/tool-file.ts';
import { lives } from '../../helpers/halted.ts';

const ports = realPorts({});
let folder: string;
let tool: ChildProcess;
let pid: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-tool-'));
  tool = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
  pid = tool.pid ?? 0;
});
afterEach(() => {
  tool.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const startTime = async (): Promise<string> => (await ports.processes.startTimeOf(pid)) ?? '';

describe('the tool of an interrupted run', () => {
  it('is ended', async () => {
    rememberTool(ports, folder, pid, await startTime());
    const ended = new Promise((resolve) => tool.on('exit', resolve));

    expect(await endTools(ports, folder)).toBe(true);
    await ended;
    expect(lives(pid)).toBe(false);
  });

  it('is left alone when its process id belongs to another process by now', async () => {
    rememberTool(ports, folder, pid, `${await startTime()} no more`);

    expect(await endTools(ports, folder)).toBe(true);
    expect(lives(pid)).toBe(true);
  });

  it('is left alone, and reported, when it runs on another machine', async () => {
    rememberTool({ ...ports, self: { host: 'another', pid: 1 } }, folder, pid, await startTime());

    expect(await endTools(ports, folder)).toBe(false);
    expect(lives(pid)).toBe(true);
  });

  it.each(['', '{', 'null', '5', '[]', '{"host":', '{}', '{"host":"x"}'])('of a record %j is none', async (text) => {
    writeFileSync(join(folder, 'tool.json'), text.replace('"x"', JSON.stringify(ports.self.host)));

    expect(await endTools(ports, folder)).toBe(true);
    expect(lives(pid)).toBe(true);
  });

  it('is ended when it was not noted yet: it logs into the folder of the run', async () => {
    const logging = (path: string): ChildProcess =>
      spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', '/English', `/LogPath:${path}`]);
    const ours = logging(join(folder, 'dism-03-mount-1.log'));
    const others = [logging(join(folder, '..', 'dism-03-mount-1.log')), logging(join(folder, 'other.log'))];
    const ended = new Promise((resolve) => ours.on('exit', resolve));

    expect(await endTools(ports, folder)).toBe(true);
    await ended;
    expect(others.map(({ pid = 0 }) => lives(pid))).toEqual([true, true]);
    for (const other of others) other.kill('SIGKILL');
  });

  it('was never started when there is no record', async () => {
    expect(await endTools(ports, folder)).toBe(true);
  });
});
