/** A WSUS server, through the module UpdateServices. */
import type { SourceWsusSettings } from '../../contract/generated/types.ts';
import { sourceWsusSettings as validate } from '../../contract/generated/validators/source.wsus.settings.js';
import type { SourceKind } from '../source.ts';
import { WsusSource } from './wsus.ts';

export const wsusKind: SourceKind<SourceWsusSettings> = {
  type: 'wsus',
  capabilities: ['incremental', 'categories', 'supersedence', 'expiry', 'files'],
  trust: ({ ssl }) => (ssl === true ? 'trusted' : 'find'),
  validate,
  settle: (settings) => settings,
  open: (settings, context) => new WsusSource(settings, context),
};
