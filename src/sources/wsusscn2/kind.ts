/** Microsoft's offline scan file. */
import { isAbsolute } from 'node:path';
import type { SourceWsusscn2Settings } from '../../contract/generated/types.ts';
import { sourceWsusscn2Settings as validate } from '../../contract/generated/validators/source.wsusscn2.settings.js';
import { Problem } from '../../errors.ts';
import type { SourceKind } from '../source.ts';
import { ScanFileSource } from './wsusscn2.ts';

export const wsusscn2Kind: SourceKind<SourceWsusscn2Settings> = {
  type: 'wsusscn2',
  capabilities: ['incremental', 'supersedence', 'expiry', 'files'],
  // Whether the signature of the file holds is seen when it is read; its updates say so then.
  trust: () => 'find',
  validate,
  settle(settings) {
    if (!isAbsolute(settings.path)) {
      throw new Problem('ImgSourceInvalid', {
        detail: `The path of a scan file source is absolute, not ${settings.path}.`,
      });
    }
    return settings;
  },
  open: (settings, context) => new ScanFileSource(settings, context),
};
