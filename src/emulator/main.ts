/**
 * A stand-in for dism.exe: same arguments, output bytes, progress, codes, log and table of mounts, on real WIM files and on
 * any system. It patches no Windows: it applies packages made by `rehearsal package`, and marks every file it writes.
 * Guarantees: everything goes to stdout; the answer is the printed code; a kill at any moment leaves what a kill of
 * dism.exe leaves; names inside an image never lead out of its mount folder.
 * Environment: IMGUPDATE_DISM_STATE (folder of the mount table), IMGUPDATE_DISM_FAULTS (a plan of faults, see faults.ts),
 * IMGUPDATE_DISM_PACE (milliseconds per progress bar), and what machine it is (see machine.ts). To add a command: see
 * commands/index.ts.
 */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { code } from './codes.ts';
import { type CommandLine, optionValue, parseCommandLine } from './command-line.ts';
import { commands } from './commands/index.ts';
import { type Console, createConsole } from './console.ts';
import { Crash, DismFailure, hresult, PretendedSuccess } from './failure.ts';
import { faultsFor, readFaultPlan } from './faults.ts';
import { translator } from './languages.ts';
import { type Log, logSessionEnd, logSessionStart, openLog } from './log.ts';
import { type Machine, machineOf } from './machine.ts';
import { openMountTable } from './mount-table.ts';
import { act } from './progress.ts';
import type { EmulatorWorld } from './session.ts';
import { toFailure } from './to-failure.ts';

/** Runs one command line. Returns the exit code of dism.exe: unsigned, 0 for success. */
export async function runEmulator(argv: readonly string[], world: EmulatorWorld): Promise<number> {
  const { disk, env } = world;
  const machine = machineOf(env);
  const state = resolve(env['IMGUPDATE_DISM_STATE'] || defaultState(env));
  const mounts = openMountTable(disk, state);
  const parsed = parsedOrFailure(argv);
  const line = parsed instanceof DismFailure ? undefined : parsed;
  const isEnglish = argv.some((argument) => /^[/-]english$/i.test(argument));
  const console = createConsole((bytes) => world.stdout(bytes), {
    quiet: line?.flags.has('quiet') ?? false,
    translate: translator(isEnglish ? 'en' : machine.culture),
  });
  const log = openLog(resolve(line?.values.get('logpath')?.[0] ?? join(state, 'dism.log')), world);
  try {
    const plan = readFaultPlan(disk, env['IMGUPDATE_DISM_FAULTS']);
    const faults = faultsFor(plan, line?.command ?? '', (key) => mounts.countCall(key));
    if (faults.has('not-elevated')) {
      await console.raw(NOT_ELEVATED);
      return code.notElevated;
    }
    logSessionStart(log, { version: machine.version, commandLine: `dism.exe ${argv.join(' ')}`, pid: world.pid });
    await printBanner(console, machine);
    if (parsed instanceof DismFailure) throw parsed;
    checkScratch(world, parsed);
    const session = {
      ...world,
      line: parsed,
      console,
      log,
      mounts,
      faults,
      machine,
      pace: Number(env['IMGUPDATE_DISM_PACE']) || 0,
    };
    await act(session, faults.at('start'));
    const command = commands.find(({ names }) => names[0]?.toLowerCase() === parsed.command);
    if (command === undefined) await printHelp(console);
    else await command.run(session);
    return await succeeded(console, log);
  } catch (error) {
    if (error instanceof Crash) return error.status;
    if (error instanceof PretendedSuccess) return await succeeded(console, log);
    return await failed(console, log, toFailure(error));
  } finally {
    mounts.close();
  }
}

/** The exit status that this platform can carry: on POSIX 8 bits, and never 0 for a failure. */
export function exitStatus(exitCode: number, platform: NodeJS.Platform = process.platform): number {
  if (platform === 'win32') return exitCode | 0;
  return exitCode === 0 ? 0 : exitCode & 0xff || 1;
}

function parsedOrFailure(argv: readonly string[]): CommandLine | DismFailure {
  try {
    return parseCommandLine(argv, commands);
  } catch (error) {
    return toFailure(error);
  }
}

async function printBanner(console: Console, { version }: Machine): Promise<void> {
  await console.line();
  await console.line('Deployment Image Servicing and Management tool');
  await console.line(`Version: ${version}`);
  await console.line();
}

async function printHelp(console: Console): Promise<void> {
  await console.line('A stand-in for dism.exe, for rehearsals. Commands:');
  for (const { names, values = [], flags = [], takesValue } of commands) {
    const options = [...values.map((name) => `/${name}:<value>`), ...flags.map((name) => `/${name}`)];
    const value = takesValue === true ? ':<value>' : '';
    await console.line(`  /${names[0]}${value} ${options.join(' ')}`.trimEnd());
  }
}

async function succeeded(console: Console, log: Log): Promise<number> {
  await console.line('The operation completed successfully.');
  logSessionEnd(log);
  return 0;
}

async function failed(console: Console, log: Log, failure: DismFailure): Promise<number> {
  const printed = failure.code <= 0xffff ? String(failure.code) : `0x${failure.code.toString(16)}`;
  const what = failure.detail || failure.message;
  log.write('Error', 'DISM', `DISM.EXE: ${what} - CommandFailed(hr:${hresult(failure.code)})`);
  logSessionEnd(log);
  for (const text of [
    ...(failure.isBelowBar ? [] : ['']),
    `Error: ${printed}`,
    '',
    failure.message,
    '',
    `The DISM log file can be found at ${log.path}`,
  ]) {
    await console.errorLine(text);
  }
  return failure.code;
}

function checkScratch({ disk }: EmulatorWorld, line: CommandLine): void {
  const scratch = optionValue(line, 'ScratchDir');
  if (scratch !== undefined && disk.stamp(resolve(scratch))?.kind !== 'folder') {
    throw new DismFailure(code.pathNotFound, `the scratch folder ${scratch} does not exist`);
  }
}

/** Where the mounts of this user are noted; dism.exe has one table a machine. */
function defaultState(env: EmulatorWorld['env']): string {
  const local = process.platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_STATE_HOME'];
  return join(local || join(homedir(), '.local', 'state'), 'imgupdate-dism');
}

const NOT_ELEVATED =
  '\r\nError: 740\r\n\r\nElevated permissions are required to run DISM. \r\nUse an elevated command prompt to complete these tasks.\r\n';
