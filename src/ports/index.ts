/**
 * Everything the engine needs from the world outside, as interfaces, and the real versions. Whoever works with time,
 * files, processes, identifiers or digests takes them from here as an argument; tests pass their own.
 * To add one: an interface file with its contract, a `node-*.ts` with the real version, a member of `Ports`.
 */
import type { NewDigest } from '../formats/bytes.ts';
import { type Clock, clockSetTo, systemClock } from './clock.ts';
import { type Compression, nodeCompression } from './compression.ts';
import { type Datagrams, nodeDatagrams } from './datagrams.ts';
import { newDigest } from './digests.ts';
import type { Files } from './files.ts';
import { type Hives, noHives } from './hives.ts';
import { realHttp, realHttpServers } from './http/index.ts';
import type { Http } from './http.ts';
import type { HttpServers } from './http-server.ts';
import { type Ids, systemIds } from './ids.ts';
import { type MachineMemory, machineMemory } from './machine-memory.ts';
import { nodeFiles } from './node-files.ts';
import { nodeProcesses, thisProcess } from './node-processes.ts';
import { nodeRights } from './node-rights.ts';
import { nodeThreads } from './node-threads.ts';
import { powerShell, serverPowerShell } from './power-shell/index.ts';
import type { PowerShell } from './power-shell/power-shell.ts';
import type { ProcessRunner, Self } from './processes.ts';
import type { Rights } from './rights.ts';
import { nodeSigning, type Signing } from './signing.ts';
import type { Threads } from './threads.ts';
import { realWaker } from './wakers/index.ts';
import type { Waker } from './wakers/waker.ts';
import { windowsHives } from './windows-hives.ts';

export interface Ports {
  clock: Clock;
  files: Files;
  processes: ProcessRunner;
  self: Self;
  rights: Rights;
  ids: Ids;
  newDigest: NewDigest;
  compression: Compression;
  signing: Signing;
  threads: Threads;
  memory: MachineMemory;
  http: Http;
  datagrams: Datagrams;
  httpServers: HttpServers;
  /** PowerShell 7 where there is one. */
  shell: PowerShell;
  /** For the administration modules of WSUS and Configuration Manager. */
  serverShell: PowerShell;
  /** Hives that are loaded into the registry of this machine. */
  hives: Hives;
  /** What starts workers when nobody is there. */
  waker: Waker;
  /** The environment; read-only. */
  env: Readonly<Record<string, string | undefined>>;
}

/**
 * The real ports. `IMGUPDATE_NOW` (RFC 3339) sets the engine's clock: a rehearsal of a date that has not come yet.
 */
export function realPorts(env: Readonly<Record<string, string | undefined>>): Ports {
  const set = env['IMGUPDATE_NOW'];
  const clock = set === undefined || Number.isNaN(Date.parse(set)) ? systemClock : clockSetTo(new Date(set));
  return {
    clock,
    files: nodeFiles,
    processes: nodeProcesses,
    self: thisProcess,
    rights: nodeRights,
    ids: systemIds(clock),
    newDigest,
    compression: nodeCompression,
    signing: nodeSigning,
    threads: nodeThreads,
    memory: machineMemory,
    http: realHttp,
    datagrams: nodeDatagrams,
    httpServers: realHttpServers,
    shell: powerShell,
    serverShell: serverPowerShell,
    hives: process.platform === 'win32' ? windowsHives(powerShell) : noHives,
    waker: realWaker(env),
    env,
  };
}
