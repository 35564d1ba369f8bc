import type { TaskRegisterRequest, TaskRegisterResult } from '../../contract/generated/types.ts';
import { taskRegister as validate } from '../../contract/generated/validators.js';
import { Problem } from '../../errors.ts';
import { siteArgument, workerCommand } from '../../servicing/wakers/command.ts';
import { storeWaker, taskOf, type WakerRow, wakerDocument } from '../../servicing/wakers/store.ts';
import { basisOf, waitingSchedules, wakeTimesOf } from '../../servicing/wakers/wake-times.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';

export const taskRegister: Operation<TaskRegisterRequest, TaskRegisterResult> = {
  name: 'task.register',
  positional: 'name',
  validate,
  async run(request, context) {
    const { name = 'ImgUpdate', repetitionMinutes = 5, wakeComputer = true } = request;
    const engine = await engineOf(context);
    const { ports, site } = engine;
    const { waker, clock, self } = ports;
    const terms = waker.settle({ scope: request.scope, account: request.account });
    const found = await waker.find({ name, scope: terms.scope });
    if (found !== undefined && !found.commandLine.includes(waker.quoted(siteArgument(site.folder)))) {
      throw new Problem('ImgTaskTaken', { detail: `The task ${name} starts something else: ${found.commandLine}` });
    }
    const wakes = wakeComputer && terms.canWake;
    const schedules = await waitingSchedules(engine);
    const row: WakerRow = {
      ...{ name_key: name.toLowerCase(), name, host: self.host, kind: waker.kind },
      ...{ scope: terms.scope, account: terms.account, location: '', files_json: '[]' },
      command_json: JSON.stringify(workerCommand(engine)),
      repetition_minutes: repetitionMinutes,
      wake: wakes ? 1 : 0,
      wake_times_json: JSON.stringify(wakes ? await wakeTimesOf(engine, schedules) : []),
      wake_basis: basisOf(schedules),
      registered: clock.now().toISOString(),
    };
    const { location, files, parts } = waker.define(taskOf(row, site.folder));
    const settled = { ...row, location, files_json: JSON.stringify(files) };
    if (context.dryRun) {
      const task = wakerDocument(settled, found);
      return { result: { task, definition: [...parts], applied: false, warnings: [...terms.notes] } };
    }
    const left = await waker.register(taskOf(settled, site.folder));
    await storeWaker(site.database, settled);
    const task = wakerDocument(settled, await waker.find({ name, scope: terms.scope }));
    return { result: { task, applied: true, warnings: [...terms.notes, ...left] } };
  },
};
