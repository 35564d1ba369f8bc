/**
 * A worker as a process of its own that stands still for ever at one place, so that a test can kill it exactly there:
 * node halting-worker.ts <site> <emulator> <place as JSON> [<operation, instead of working> <request as JSON>]. It prints "halted"
 * when it is there. Everything else is real.
 */
import { writeSync } from 'node:fs';
import type { EngineEvent } from '../../src/contract/event.ts';
import { openSite } from '../../src/database.ts';
import { imageAdd } from '../../src/operations/image/add.ts';
import { imageRestore } from '../../src/operations/image/restore.ts';
import { imageVersionRemove } from '../../src/operations/image-version/remove.ts';
import { upgradePackageAdd } from '../../src/operations/upgrade-package/add.ts';
import { type Ports, realPorts } from '../../src/ports/index.ts';
import { work } from '../../src/servicing/run/worker.ts';
import { steps } from '../../src/servicing/steps/index.ts';
import type { Place } from './halted.ts';

const [folder = '', emulator = '', text = '{}', operation, request = '{}'] = process.argv.slice(2);
const place: Place = JSON.parse(text);
const real = realPorts(process.env);

function halt(): void {
  writeSync(1, 'halted\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const ports: Ports = { ...real, files: haltingFiles(real.files), processes: haltingProcesses(real.processes) };

const installation = { engine: [], emulator: [process.execPath, emulator], schemaFolder: '', version: '' };
const site = await openSite(ports, { folder, emulator: installation.emulator });
const { signal } = new AbortController();
const emit = ({ type, step }: EngineEvent): void => {
  if ('step' in place && place.moment === undefined && type === 'step.started' && step?.id === place.step) halt();
};
haltInSteps();
if (operation === undefined) await work({ ports, site, installation, emit }, { once: true, signal });
else {
  const context = { ports, site: async () => site, installation, emit, signal, dryRun: false };
  const asked = [imageAdd, imageRestore, imageVersionRemove, upgradePackageAdd].find(({ name }) => name === operation);
  await asked?.run(JSON.parse(request), context);
}
await site.close();

/** Stands still inside a step: at the first progress that is no beginning, or when its work is done but not noted. */
function haltInSteps(): void {
  if (!('step' in place) || place.moment === undefined) return;
  const { step: id, moment } = place;
  for (const kind of steps.values()) {
    const run = kind.run.bind(kind);
    kind.run = async (step, given) => {
      if (step.id !== id) return run(step, given);
      const progress = (percent: number): void => {
        given.progress(percent);
        if (moment === 'middle' && percent >= 20) halt();
      };
      await run(step, { ...given, progress });
      // A step that tells no progress is over before a middle can be seen.
      halt();
    };
  }
}

/** Stands still before or after a call on files whose arguments match. */
function haltingFiles(files: Ports['files']): Ports['files'] {
  if (!('file' in place)) return files;
  const { file: name, match, after = false } = place;
  return new Proxy(files, {
    get(target, member) {
      const method = Reflect.get(target, member) as (...args: unknown[]) => unknown;
      if (member !== name) return method.bind(target);
      return (...args: unknown[]) => {
        const isPlace = new RegExp(match).test(JSON.stringify(args));
        if (isPlace && !after) halt();
        const result = method.apply(target, args);
        if (!isPlace) return result;
        if (!(result instanceof Promise)) return halt();
        return result.then(halt);
      };
    },
  });
}

/** Stands still when a tool prints a text; the tool does not. */
function haltingProcesses(processes: Ports['processes']): Ports['processes'] {
  if (!('output' in place)) return processes;
  const { output, command: words } = place;
  return {
    start(command) {
      if (!words.every((word) => command.arguments.some((argument) => argument.includes(word)))) {
        return processes.start(command);
      }
      let seen = '';
      return processes.start({
        ...command,
        onOutput(bytes) {
          command.onOutput?.(bytes);
          seen += Buffer.from(bytes).toString('latin1');
          if (new RegExp(output, 's').test(seen)) halt();
        },
      });
    },
    startDetached: (command) => processes.startDetached(command),
    childrenEndWithUs: processes.childrenEndWithUs,
    ownStartTime: () => processes.ownStartTime(),
    lives: (process) => processes.lives(process),
    end: (process) => processes.end(process),
    withArgument: (text) => processes.withArgument(text),
  };
}
