/** Workers started by Windows Task Scheduler, told through its own PowerShell module. */
import { Problem } from '../../errors.ts';
import { filetimeToRfc3339 } from '../../formats/filetime.ts';
import type { PowerShell } from '../power-shell/power-shell.ts';
import { findTask, registerTask, type TaskWish, unregisterTask } from '../power-shell/scripts/scheduled-task.ts';
import type { Rights } from '../rights.ts';
import { quoteArgument } from './quote-argument.ts';
import type { Waker, WakerFound, WakerTask } from './waker.ts';

const system = 'SYSTEM';

/** Its code for a task that has not run yet. */
const neverRan = 0x41303;
/** And for one that runs. */
const runsNow = 0x41301;

export function taskScheduler({ shell, rights }: { shell: PowerShell; rights: Rights }): Waker {
  return {
    kind: 'TaskScheduler',
    settle({ scope = 'System', account = system }) {
      if (!rights.isElevated()) {
        throw new Problem('ImgTaskNotAllowed', {
          detail: 'Windows takes tasks with highest rights from administrators alone.',
        });
      }
      const notes =
        scope === 'User' ? ['Task Scheduler has no tasks of one user alone: it is one of the machine.'] : [];
      if (logonType(account) === 'S4U') {
        notes.push(`${account} is logged on without a password, and reaches no share or server as itself.`);
      }
      return { scope: 'System', account, canWake: true, notes };
    },
    define: (task) => ({
      location: `\\ImgUpdate\\${task.name}`,
      files: [],
      parts: [{ name: `\\ImgUpdate\\${task.name}`, text: JSON.stringify(wishOf(task), null, 2) }],
    }),
    async register(task) {
      await shell.ask(registerTask, wishOf(task));
      return [];
    },
    async find({ name }): Promise<WakerFound | undefined> {
      const found = await shell.ask(findTask, { name });
      if (found === undefined) return undefined;
      const result = Number(found.lastResult);
      const ran = result !== neverRan;
      return {
        commandLine: found.commandLine,
        state: stateOf(found.state),
        lastRun: ran ? timeOf(found.lastRun) : null,
        lastResult: ran && result !== runsNow && Number.isSafeInteger(result) ? result : null,
        nextRun: timeOf(found.nextRun),
      };
    },
    async unregister({ name }) {
      await shell.ask(unregisterTask, { name });
      return [];
    },
    quoted: quoteArgument,
  };
}

function wishOf(task: WakerTask): TaskWish {
  const { name, description, program, folder, account, repetitionMinutes, wakeTimes } = task;
  return {
    ...{ name, description, program, arguments: task.arguments.map(quoteArgument).join(' '), folder },
    ...{ account, logonType: logonType(account), repetitionMinutes, wakeTimes },
  };
}

/** The system's own account, a group managed service account, or a user. */
function logonType(account: string): TaskWish['logonType'] {
  if (/^(?:NT AUTHORITY\\)?SYSTEM$|^S-1-5-18$/i.test(account)) return 'ServiceAccount';
  return account.endsWith('$') ? 'Password' : 'S4U';
}

function stateOf(state: string): WakerFound['state'] {
  if (state === 'Queued') return 'Ready';
  return state === 'Ready' || state === 'Running' || state === 'Disabled' ? state : 'Unknown';
}

function timeOf(digits: string): string | null {
  return /^\d{1,19}$/.test(digits) ? filetimeToRfc3339(BigInt(digits)) : null;
}
