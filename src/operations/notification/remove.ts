import type { NotificationRemoveRequest, NotificationRemoveResult } from '../../contract/generated/types.ts';
import { notificationRemove as validate } from '../../contract/generated/validators/notification.remove.js';
import { notificationDocument, notificationRow, removeNotification } from '../../notification/store.ts';
import type { Operation } from '../operation.ts';

export const notificationRemove: Operation<NotificationRemoveRequest, NotificationRemoveResult> = {
  name: 'notification.remove',
  validate,
  async run({ name }, { site, dryRun }) {
    const { database } = await site();
    const notification = await notificationDocument(database, await notificationRow(database, name));
    await removeNotification(database, name, dryRun);
    return { result: { notification, applied: !dryRun, warnings: [] } };
  },
};
