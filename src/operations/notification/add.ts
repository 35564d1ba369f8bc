import type { NotificationAddRequest, NotificationAddResult } from '../../contract/generated/types.ts';
import { notificationAdd as validate } from '../../contract/generated/validators/notification.add.js';
import { channelOf } from '../../notification/channels.ts';
import { settledSettings } from '../../notification/settings.ts';
import { addNotification, notificationDocument } from '../../notification/store.ts';
import type { Operation } from '../operation.ts';
import { thresholdsIn } from './thresholds.ts';

export const notificationAdd: Operation<NotificationAddRequest, NotificationAddResult> = {
  name: 'notification.add',
  validate,
  async run({ name, channel, settings: wanted, event, image, enabled = true, ...rest }, { site, ports, dryRun }) {
    const { type } = channelOf(channel);
    const { settings, warnings } = settledSettings(ports, type, wanted);
    const { database } = await site();
    const row = await addNotification(
      database,
      { ...{ name, channel: type, settings, event, image, enabled }, thresholds: thresholdsIn(rest) },
      { now: ports.clock.now().toISOString(), dryRun },
    );
    return { result: { notification: await notificationDocument(database, row), applied: !dryRun, warnings } };
  },
};
