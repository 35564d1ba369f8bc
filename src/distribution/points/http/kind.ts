/**
 * A folder of this machine that `distribution serve` offers over HTTP. What is sent arrives in the folder as in any other;
 * the server reads it there.
 */
import { basename, isAbsolute } from 'node:path';
import type { PointFolderSettings, PointHttpSettings } from '../../../contract/generated/types.ts';
import { pointHttpSettings as validate } from '../../../contract/generated/validators/point.http.settings.js';
import { baseAddress } from '../base-address.ts';
import { invalidSetting } from '../invalid-setting.ts';
import type { DistributionPoint, PointKind } from '../point.ts';
import { openStore } from '../store/store.ts';
import { checkToken } from './token.ts';

export const httpKind: PointKind<PointHttpSettings> = {
  type: 'http',
  validate,
  settle(settings) {
    const { certificate, key, token, url } = settings;
    if ((certificate === undefined) !== (key === undefined)) throw invalidSetting('certificate and key go together');
    for (const [name, path] of Object.entries({ certificate, key })) {
      if (path !== undefined && !isAbsolute(path)) throw invalidSetting(`${name} is no absolute path`);
    }
    checkToken(token);
    return url === undefined ? settings : { ...settings, url: baseAddress(url) };
  },
  open(settings, context): DistributionPoint {
    const store = openStore(storeSettings(settings), context);
    return {
      prepare: () => store.prepare(),
      async send(content) {
        const sent = await store.send(content);
        const { url } = settings;
        return url === undefined ? sent : { ...sent, path: new URL(encodeURIComponent(basename(sent.path)), url).href };
      },
      damage: (content) => store.damage(content),
      rest: (content) => store.rest(content),
      test: () => store.test(),
    };
  },
};

/** What travels to the folder is not bounded: the limit is for what clients fetch. */
function storeSettings({ path, url, keepPrevious, attempts, patience, spare }: PointHttpSettings): PointFolderSettings {
  return {
    path,
    ...(url === undefined ? {} : { url }),
    ...(keepPrevious === undefined ? {} : { keepPrevious }),
    ...(attempts === undefined ? {} : { attempts }),
    ...(patience === undefined ? {} : { patience }),
    ...(spare === undefined ? {} : { spare }),
  };
}
