import type { NotificationListRequest, NotificationListResult } from '../../contract/generated/types.ts';
import { notificationList as validate } from '../../contract/generated/validators/notification.list.js';
import { channels } from '../../notification/channels.ts';
import { allKinds, eventKinds } from '../../notification/kinds.ts';
import { notificationDocument, notificationRows } from '../../notification/store.ts';
import type { Operation } from '../operation.ts';

export const notificationList: Operation<NotificationListRequest, NotificationListResult> = {
  name: 'notification.list',
  validate,
  async run({ name }, { site }) {
    const { database } = await site();
    const rows = await notificationRows(database, name);
    return {
      result: {
        notifications: await Promise.all(rows.map((row) => notificationDocument(database, row))),
        channels: channels.map(({ type, description }) => ({ type, description })),
        events: allKinds.map((kind) => ({ kind, description: eventKinds[kind].description })),
        next: null,
      },
    };
  },
};
