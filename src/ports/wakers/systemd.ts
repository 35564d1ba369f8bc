/** Workers started by a timer of systemd: units as files, and `systemctl` where it answers. */
import { posix } from 'node:path';
import { Problem } from '../../errors.ts';
import type { Files } from '../files.ts';
import type { ProcessRunner } from '../processes.ts';
import { programOutput } from '../program-output.ts';
import { quoteWord, serviceUnit, timerUnit, unitName, wakeUnit } from './units.ts';
import type { Waker, WakerFound, WakerPlace, WakerTask } from './waker.ts';

export interface SystemdParts {
  files: Files;
  processes: Pick<ProcessRunner, 'start'>;
  env: Readonly<Record<string, string | undefined>>;
  /** Home of this user. */
  home: string;
  isRoot: boolean;
  user: string;
}

/** Bytes of a unit. */
const limit = 1024 * 1024;

export function systemd(parts: SystemdParts): Waker {
  const { files, isRoot } = parts;
  const folderOf = (scope: WakerPlace['scope']): string => unitFolder(parts, scope);

  /** Output of systemctl; undefined where it is missing or refuses. */
  async function systemctl(scope: WakerPlace['scope'], ...args: string[]): Promise<string | undefined> {
    const leading = scope === 'User' ? ['--user', '--no-ask-password'] : ['--no-ask-password'];
    return programOutput(parts, 'systemctl', [...leading, ...args], 'utf8');
  }

  /** Does one step after the other; the sentence says from which one on somebody else must. */
  async function inTurn(scope: WakerPlace['scope'], steps: string[][]): Promise<string[]> {
    for (const [at, step] of steps.entries()) {
      if ((await systemctl(scope, ...step)) !== undefined) continue;
      const program = scope === 'User' ? 'systemctl --user' : 'systemctl';
      const left = steps.slice(at).map((each) => `${program} ${each.join(' ')}`);
      return [`systemd did not answer; type: ${left.join(' && ')}`];
    }
    return [];
  }

  return {
    kind: 'systemd',
    settle({ scope = isRoot ? 'System' : 'User', account }) {
      if (scope === 'System') {
        if (!isRoot) {
          const detail = 'Units of the machine are written by root alone.';
          throw new Problem('ImgTaskNotAllowed', {
            detail,
            remedy: 'Register it as root, or for this user: --scope User.',
          });
        }
        if (account !== undefined && !/^[A-Za-z_][A-Za-z0-9_.-]*\$?$/.test(account)) {
          throw new Problem('ImgTaskNotAllowed', { detail: `${JSON.stringify(account)} is no name of a user.` });
        }
        return { scope, account: account ?? 'root', canWake: true, notes: [] };
      }
      if (account !== undefined && account !== parts.user) {
        throw new Problem('ImgTaskNotAllowed', {
          detail: `A timer of the user ${parts.user} starts no worker of ${account}.`,
        });
      }
      const notes = [
        `It runs while ${parts.user} is logged on; always: loginctl enable-linger ${parts.user}`,
        'A timer of a user cannot wake the computer.',
      ];
      return { scope, account: parts.user, canWake: false, notes };
    },
    define(task) {
      const units = unitsOf(task, folderOf(task.scope));
      return {
        location: units.timer.name,
        files: [units.service, units.timer, ...units.wake].map(({ name }) => name),
        parts: [units.service, units.timer, ...units.wake],
      };
    },
    async register(task) {
      const { scope } = task;
      const folder = folderOf(scope);
      const units = unitsOf(task, folder);
      files.makeFolder(folder);
      const changed = [units.service, units.timer, ...units.wake].filter((unit) => write(files, unit));
      const waking = wakeTimerIn(folder, task.name);
      const wokeBefore = units.wake.length === 0 && files.facts(waking) !== undefined;
      const timers = [units.timer, ...units.wake].map(({ name }) => posix.basename(name));
      // A timer that runs keeps the times with which it was started.
      const stale = changed.filter((unit) => unit !== units.service).map(({ name }) => posix.basename(name));
      const steps = [
        ...(wokeBefore ? [['disable', '--now', posix.basename(waking)]] : []),
        ['daemon-reload'],
        ['enable', ...timers],
        ['start', ...timers.filter((name) => !stale.includes(name))],
        ['restart', ...stale],
      ];
      const left = await inTurn(
        scope,
        steps.filter((step) => step.length > 1 || step[0] === 'daemon-reload'),
      );
      if (wokeBefore) files.remove(waking);
      return left;
    },
    async find({ name, scope }): Promise<WakerFound | undefined> {
      const folder = folderOf(scope);
      const unit = unitName(name);
      const file = posix.join(folder, `${unit}.service`);
      if (files.facts(file)?.kind !== 'file') return undefined;
      const commandLine = /^ExecStart=(.*)$/m.exec(files.text(file, limit))?.[1] ?? '';
      const timer = members(
        await systemctl(scope, 'show', `${unit}.timer`, '--timestamp=unix', `--property=${timerProperties}`),
      );
      const service = members(
        await systemctl(scope, 'show', `${unit}.service`, '--timestamp=unix', `--property=${serviceProperties}`),
      );
      const lastRun = timeOf(service.get('ExecMainStartTimestamp'));
      const status = Number(service.get('ExecMainStatus'));
      return {
        commandLine,
        state: stateOf(timer, service),
        lastRun,
        lastResult: lastRun === null || !Number.isSafeInteger(status) ? null : status,
        nextRun: timeOf(timer.get('NextElapseUSecRealtime')),
      };
    },
    async unregister({ name, scope }) {
      const folder = folderOf(scope);
      const unit = unitName(name);
      const units = [`${unit}.timer`, `${unit}-wake.timer`, `${unit}.service`].filter(
        (each) => files.facts(posix.join(folder, each)) !== undefined,
      );
      if (units.length === 0) return [];
      const timers = units.filter((each) => each.endsWith('.timer'));
      const left = timers.length === 0 ? [] : await inTurn(scope, [['disable', '--now', ...timers]]);
      for (const each of units) files.remove(posix.join(folder, each));
      return [...left, ...(left.length > 0 ? [] : await inTurn(scope, [['daemon-reload']]))];
    },
    quoted: quoteWord,
  };
}

const timerProperties = 'ActiveState,UnitFileState,NextElapseUSecRealtime';
const serviceProperties = 'ActiveState,ExecMainStatus,ExecMainStartTimestamp';

interface Unit {
  name: string;
  text: string;
}

function unitsOf(task: WakerTask, folder: string): { service: Unit; timer: Unit; wake: Unit[] } {
  const unit = unitName(task.name);
  return {
    service: { name: posix.join(folder, `${unit}.service`), text: serviceUnit(task) },
    timer: { name: posix.join(folder, `${unit}.timer`), text: timerUnit(task) },
    wake: task.wakeTimes.length === 0 ? [] : [{ name: wakeTimerIn(folder, task.name), text: wakeUnit(task) }],
  };
}

function wakeTimerIn(folder: string, name: string): string {
  return posix.join(folder, `${unitName(name)}-wake.timer`);
}

/** Where systemd looks: SYSTEMD_UNIT_PATH is its own variable for other places. */
function unitFolder({ env, home }: SystemdParts, scope: WakerPlace['scope']): string {
  const [other = ''] = (env['SYSTEMD_UNIT_PATH'] ?? '').split(':');
  if (posix.isAbsolute(other)) return other;
  if (scope === 'System') return '/etc/systemd/system';
  const config = env['XDG_CONFIG_HOME'] ?? '';
  return posix.join(posix.isAbsolute(config) ? config : posix.join(home, '.config'), 'systemd', 'user');
}

/** Writes a unit where its text is another one. */
function write(files: Files, { name, text }: Unit): boolean {
  if (files.facts(name)?.kind === 'file' && files.text(name, limit) === text) return false;
  files.replaceText(name, text);
  return true;
}

/** The lines NAME=VALUE of an answer. */
function members(text: string | undefined): ReadonlyMap<string, string> {
  const lines = (text ?? '').split('\n').filter((line) => line.includes('='));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

function stateOf(timer: ReadonlyMap<string, string>, service: ReadonlyMap<string, string>): WakerFound['state'] {
  if (timer.size === 0) return 'Unknown';
  if (['active', 'activating'].includes(service.get('ActiveState') ?? '')) return 'Running';
  return timer.get('ActiveState') === 'active' ? 'Ready' : 'Disabled';
}

/** From seconds since 1970, as `@1700000000`. */
function timeOf(text: string | undefined): string | null {
  const seconds = /^@(\d{1,12})$/.exec(text ?? '')?.[1];
  return seconds === undefined || seconds === '0' ? null : new Date(Number(seconds) * 1000).toISOString();
}
