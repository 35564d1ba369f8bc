/** Package files in a folder or on a share, with what a JSON side-car beside each says of it. */
import { isAbsolute } from 'node:path';
import type { SourceFolderSettings } from '../../contract/generated/types.ts';
import { sourceFolderSettings as validate } from '../../contract/generated/validators/source.folder.settings.js';
import { Problem } from '../../errors.ts';
import type { SourceKind } from '../source.ts';
import { FolderSource } from './folder.ts';

export const folderKind: SourceKind<SourceFolderSettings> = {
  type: 'folder',
  capabilities: ['incremental', 'files'],
  trust: () => 'find',
  validate,
  settle(settings) {
    if (!isAbsolute(settings.path)) {
      throw new Problem('ImgSourceInvalid', {
        detail: `The path of a folder source is absolute, not ${settings.path}.`,
      });
    }
    return settings;
  },
  open: (settings, context) => new FolderSource(settings, context),
};
