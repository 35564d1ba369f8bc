import type {
  DistributionServeRequest,
  DistributionServeResult,
  PointHttpSettings,
} from '../../contract/generated/types.ts';
import { distributionServe as validate } from '../../contract/generated/validators/distribution.serve.js';
import { checkToken } from '../../distribution/points/http/token.ts';
import { pointRow } from '../../distribution/points/targets.ts';
import { servePoint } from '../../distribution/serving/serve.ts';
import { Problem } from '../../errors.ts';
import { ownKeyPair } from '../../site/site-key.ts';
import type { Operation } from '../operation.ts';

export const distributionServe: Operation<DistributionServeRequest, DistributionServeResult> = {
  name: 'distribution.serve',
  validate,
  /** Being told to end is how it ends: no failure. */
  async run({ name, ...instead }, { site, ports, signal, emit, dryRun }) {
    const opened = await site();
    const row = await pointRow(opened.database, name);
    if (row.type !== 'http') {
      throw new Problem('ImgPointUnservable', { detail: `${row.name} is of the kind ${row.type}, not http.` });
    }
    checkToken(instead.token);
    const settings: PointHttpSettings = { ...(JSON.parse(row.settings_json) as PointHttpSettings), ...instead };
    const { fingerprint } = await ownKeyPair({ ports, site: opened });
    if (dryRun) return { result: { url: settings.url ?? '', fingerprint, requests: 0, bytesSent: 0 } };
    const served = await servePoint({
      ...{ ports, name: row.name, settings, fingerprint, signal },
      onListening: (url) =>
        emit({
          ...{ level: 'info', type: 'distribution.serving', message: `${row.name} is served at ${url}` },
          data: { url, fingerprint },
        }),
      onNote: (message) => emit({ level: 'warning', type: 'distribution.note', message }),
    });
    return { result: { ...served, fingerprint } };
  },
};
