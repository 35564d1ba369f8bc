/** `Waker` of this platform. */
import { homedir, userInfo } from 'node:os';
import { Problem } from '../../errors.ts';
import { nodeFiles } from '../node-files.ts';
import { nodeProcesses } from '../node-processes.ts';
import { nodeRights } from '../node-rights.ts';
import { serverPowerShell } from '../power-shell/index.ts';
import { systemd } from './systemd.ts';
import { taskScheduler } from './task-scheduler.ts';
import type { Waker } from './waker.ts';

export function realWaker(env: Readonly<Record<string, string | undefined>>): Waker {
  if (process.platform === 'win32') return taskScheduler({ shell: serverPowerShell, rights: nodeRights });
  const units = systemd({
    ...{ files: nodeFiles, processes: nodeProcesses, env, home: homedir() },
    isRoot: process.getuid?.() === 0,
    get user() {
      return userInfo().username;
    },
  });
  return process.platform === 'linux' ? units : { ...units, settle: refuse };
}

function refuse(): never {
  throw new Problem('ImgTaskUnsupported', { detail: `No scheduler of ${process.platform} is known here.` });
}
