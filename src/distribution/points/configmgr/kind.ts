/**
 * A site of Configuration Manager, asked through its console's module: its own distribution points fetch the source file of
 * the package, and the site says how far they are.
 */
import type { PointConfigmgrSettings } from '../../../contract/generated/types.ts';
import { pointConfigmgrSettings as validate } from '../../../contract/generated/validators.js';
import type { PointKind } from '../point.ts';
import { ConfigmgrPoint } from './configmgr.ts';

export const configmgrKind: PointKind<PointConfigmgrSettings> = {
  type: 'configmgr',
  validate,
  settle: (settings) => ({ ...settings, siteCode: settings.siteCode.toUpperCase() }),
  open: (settings, context) => new ConfigmgrPoint(settings, context),
};
