/** A Configuration Manager site, through its console's module. */
import type { SourceConfigmgrSettings } from '../../contract/generated/types.ts';
import { sourceConfigmgrSettings as validate } from '../../contract/generated/validators/source.configmgr.settings.js';
import type { SourceKind } from '../source.ts';
import { ConfigmgrSource } from './configmgr.ts';

export const configmgrKind: SourceKind<SourceConfigmgrSettings> = {
  type: 'configmgr',
  capabilities: ['incremental', 'expiry', 'files'],
  trust: () => 'find',
  validate,
  settle: (settings) => ({ ...settings, siteCode: settings.siteCode.toUpperCase() }),
  open: (settings, context) => new ConfigmgrSource(settings, context),
};
