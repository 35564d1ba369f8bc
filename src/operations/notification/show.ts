import type { NotificationShowRequest, NotificationShowResult } from '../../contract/generated/types.ts';
import { notificationShow as validate } from '../../contract/generated/validators/notification.show.js';
import { messagesOf, notificationDocument, notificationRow } from '../../notification/store.ts';
import type { Operation } from '../operation.ts';

export const notificationShow: Operation<NotificationShowRequest, NotificationShowResult> = {
  name: 'notification.show',
  validate,
  async run({ name }, { site }) {
    const { database } = await site();
    const row = await notificationRow(database, name);
    const notification = await notificationDocument(database, row);
    return { result: { notification, messages: await messagesOf(database, row) } };
  },
};
