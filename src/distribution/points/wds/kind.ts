/** An image group of Windows Deployment Services, through its module. */
import type { PointWdsSettings } from '../../../contract/generated/types.ts';
import { pointWdsSettings as validate } from '../../../contract/generated/validators/point.wds.settings.js';
import type { PointKind } from '../point.ts';
import { checkMulticast } from './transmission.ts';
import { WdsPoint } from './wds.ts';

export const wdsKind: PointKind<PointWdsSettings> = {
  type: 'wds',
  validate,
  settle(settings) {
    if (settings.multicast !== undefined) checkMulticast(settings.multicast);
    return settings;
  },
  open: (settings, context) => new WdsPoint(settings, context),
};
