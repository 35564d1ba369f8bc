/** A folder of this machine, a share, or any mount. */
import type { PointFolderSettings } from '../../../contract/generated/types.ts';
import { pointFolderSettings as validate } from '../../../contract/generated/validators/point.folder.settings.js';
import { baseAddress } from '../base-address.ts';
import type { PointKind } from '../point.ts';
import { openStore } from '../store/store.ts';

export const folderKind: PointKind<PointFolderSettings> = {
  type: 'folder',
  validate,
  settle: (settings) => (settings.url === undefined ? settings : { ...settings, url: baseAddress(settings.url) }),
  open: (settings, context) => openStore(settings, context),
};
