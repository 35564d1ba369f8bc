import type { NotificationSetRequest, NotificationSetResult } from '../../contract/generated/types.ts';
import { notificationSet as validate } from '../../contract/generated/validators/notification.set.js';
import { settledSettings } from '../../notification/settings.ts';
import { changeNotification, notificationDocument, notificationRow } from '../../notification/store.ts';
import type { Operation } from '../operation.ts';
import { thresholdsIn } from './thresholds.ts';

export const notificationSet: Operation<NotificationSetRequest, NotificationSetResult> = {
  name: 'notification.set',
  validate,
  async run({ name, newName, settings: wanted, event, image, enabled, ...rest }, { site, ports, dryRun }) {
    const { database } = await site();
    const known = await notificationRow(database, name);
    // All settings of a channel belong together: those that are named replace the ones so far.
    const { settings, warnings } = settledSettings(ports, known.channel, wanted ?? JSON.parse(known.settings_json));
    const row = await changeNotification(database, name, {
      ...{ settings, event, image, thresholds: thresholdsIn(rest), now: ports.clock.now().toISOString(), dryRun },
      ...(newName === undefined ? {} : { name: newName }),
      ...(enabled === undefined ? {} : { enabled }),
    });
    return { result: { notification: await notificationDocument(database, row), applied: !dryRun, warnings } };
  },
};
