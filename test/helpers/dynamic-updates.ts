/** Dynamic updates of the month of `updates.june`: for what lies in an image or beside it. */
import { type KnownUpdate, updates } from './month.ts';

const { june } = updates;

/** For recovery images. */
export const safeOs = {
  uniqueId: 'bbbbbbbb-0000-4000-8000-000000000001',
  title: '2025-06 Safe OS Dynamic Update for Windows 11 Version 24H2 for x64-based Systems (KB5059442) (26100.4335)',
  package: { ...june.package, form: 'cab', kind: 'SafeOSDynamicUpdate', articleId: '5059442', revision: 4335 },
} as const satisfies KnownUpdate;

/** For the files of Setup on media. */
export const setup = {
  uniqueId: 'eeeeeeee-0000-4000-8000-000000000001',
  title: '2025-06 Setup Dynamic Update for Windows 11 Version 24H2 for x64-based Systems (KB5060614)',
  package: { ...june.package, form: 'cab', kind: 'SetupDynamicUpdate', articleId: '5060614', revision: 4340 },
} as const satisfies KnownUpdate;
