import type { TaskListRequest, TaskListResult } from '../../contract/generated/types.ts';
import { taskList as validate } from '../../contract/generated/validators/task.list.js';
import { wakerDocument, wakerRows } from '../../servicing/wakers/store.ts';
import { matchesWildcard } from '../../wildcard.ts';
import type { Operation } from '../operation.ts';

export const taskList: Operation<TaskListRequest, TaskListResult> = {
  name: 'task.list',
  validate,
  async run({ name = '*' }, { site, ports: { waker, self } }) {
    const { database } = await site();
    const tasks: TaskListResult['tasks'] = [];
    for (const row of await wakerRows(database)) {
      if (!matchesWildcard(row.name_key, name.toLowerCase())) continue;
      // Of another machine nothing is asked.
      const isHere = row.host === self.host && row.kind === waker.kind;
      const place = { name: row.name, scope: row.scope === 'User' ? ('User' as const) : ('System' as const) };
      tasks.push(wakerDocument(row, isHere ? await waker.find(place) : null));
    }
    return { result: { tasks, next: null } };
  },
};
