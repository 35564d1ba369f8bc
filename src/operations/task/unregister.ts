import type { TaskUnregisterRequest, TaskUnregisterResult } from '../../contract/generated/types.ts';
import { taskUnregister as validate } from '../../contract/generated/validators/task.unregister.js';
import { siteArgument } from '../../servicing/wakers/command.ts';
import { removeWaker, wakerDocument, wakerRow } from '../../servicing/wakers/store.ts';
import type { Operation } from '../operation.ts';

export const taskUnregister: Operation<TaskUnregisterRequest, TaskUnregisterResult> = {
  name: 'task.unregister',
  validate,
  async run({ name = 'ImgUpdate' }, context) {
    const { waker, self } = context.ports;
    const { database, folder } = await context.site();
    const row = await wakerRow(database, { name, host: self.host });
    const place = { name: row.name, scope: row.scope === 'User' ? ('User' as const) : ('System' as const) };
    waker.settle({ scope: place.scope });
    const found = await waker.find(place);
    const warnings: string[] = [];
    if (!context.dryRun) {
      // Somebody may have put another one in its place.
      if (found?.commandLine.includes(waker.quoted(siteArgument(folder))) === true) {
        warnings.push(...(await waker.unregister(place)));
      }
      await removeWaker(database, row);
    }
    return { result: { task: wakerDocument(row, found), applied: !context.dryRun, warnings } };
  },
};
