/**
 * The engine's own time around a call of the servicing tool, beside starting the same program without the engine; and the
 * live PowerShell: its start, beside starting the same PowerShell for one command, and a question to it afterwards.
 * node bench/tool-call.ts [calls]. Runs on Windows too: there the identity of a process costs most.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realPorts } from '../src/ports/index.ts';
import { findPowerShell, powerShell } from '../src/ports/power-shell/index.ts';
import { about } from '../src/ports/power-shell/scripts/about.ts';
import { rememberTool } from '../src/servicing/run/tool-file.ts';
import { alternate } from './measure.ts';
import { ms, notMeasured, printRows, type Row, times } from './table.ts';

const [calls = 20] = process.argv.slice(2).map(Number);
const ports = realPorts(process.env);
const folder = mkdtempSync(join(tmpdir(), 'imgupdate-bench-'));
const args = ['-e', '0'];

printRows(`Around a call of the tool (${process.platform})`, [...(await toolRows()), ...(await powerShellRows())]);
rmSync(folder, { recursive: true });

async function toolRows(): Promise<Row[]> {
  const { bare, ours, identity } = await alternate(calls, {
    async bare() {
      await once(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true }), 'close');
    },
    async ours() {
      const tool = await ports.processes.start({ program: process.execPath, arguments: args });
      rememberTool(ports, folder, tool.pid, tool.startTime);
      await tool.finished;
    },
    async identity() {
      const startTime = await ports.processes.ownStartTime();
      if (!(await ports.processes.lives({ pid: process.pid, startTime }))) throw new Error('this process lives');
    },
  });
  return [
    {
      what: 'own time around a call of the tool: started, noted on the disk, awaited',
      measured: `${ms(ours - bare)} (${ms(ours)} beside ${ms(bare)} = ${times(ours / bare)})`,
      budget: '50 ms',
      within: ours - bare <= 50,
    },
    { what: 'asking whether the holder of a lock lives', measured: ms(identity) },
  ];
}

async function powerShellRows(): Promise<Row[]> {
  const found = await findPowerShell();
  if (found === undefined) return [notMeasured('start of the live PowerShell', 'no PowerShell answers here')];
  const { once: single, start } = await alternate(Math.min(calls, 5), {
    async once() {
      const words = ['-NoProfile', '-NonInteractive', '-Command', '0'];
      await once(spawn(found.program, words, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true }), 'exit');
    },
    async start() {
      powerShell.end();
      await powerShell.found();
    },
  });
  const { question } = await alternate(calls, { question: async () => void (await powerShell.ask(about, null)) });
  powerShell.end();
  return [
    {
      what: `start of the live PowerShell (${found.version}) to its first answer`,
      measured: `${ms(start)} beside ${ms(single)} for one command = ${times(start / single)}`,
    },
    { what: 'a question to it', measured: ms(question) },
  ];
}
