import type { NotificationTestRequest, NotificationTestResult } from '../../contract/generated/types.ts';
import { notificationTest as validate } from '../../contract/generated/validators/notification.test.js';
import { asProblem, problemDocument } from '../../errors.ts';
import { channelOf } from '../../notification/channels.ts';
import { notificationRow } from '../../notification/store.ts';
import { testMessage } from '../../notification/test-message.ts';
import type { Operation } from '../operation.ts';

export const notificationTest: Operation<NotificationTestRequest, NotificationTestResult> = {
  name: 'notification.test',
  validate,
  async run({ name }, { site, ports, signal, dryRun }) {
    const { database, folder } = await site();
    const { channel, settings_json, name: shown } = await notificationRow(database, name);
    const answer = (ok: boolean, message: string, problem: NotificationTestResult['problem']) => ({
      result: { ok, channel, message, problem, applied: !dryRun },
      partial: !ok,
    });
    if (dryRun) return answer(true, 'A test message would be sent.', null);
    try {
      const message = testMessage(shown, { host: ports.self.host, site: folder }, ports);
      const taken = await channelOf(channel).send(message, JSON.parse(settings_json) as never, { ports, signal });
      return answer(true, taken, null);
    } catch (error) {
      signal.throwIfAborted();
      const problem = asProblem(error);
      return answer(false, problem.message, problemDocument(problem));
    }
  },
};
